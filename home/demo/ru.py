"""The Russian demonstration school: all invented."""

from home.demo.ru_articles import ARTICLES
from home.demo.ru_diary import DIARY
from home.demo.schema import (
    DemoAppointment,
    DemoBundle,
    DemoCategory,
    DemoNotice,
    DemoPerson,
    DemoSchool,
    DemoUnit,
)

MAIL = "@yasniybor.example"
ORDER = "01-09/114"
YOUTH = "Детское объединение «Компас»"

SCHOOL = DemoSchool(
    name="МБОУ «Средняя общеобразовательная школа посёлка Ясный Бор»",
    short_name="СОШ п. Ясный Бор",
    superior_body=("Управление образования администрации Ясноборского муниципального округа"),
    country="ru",
    language="ru",
    address="посёлок Ясный Бор, улица Школьная, дом 5",
    phone="+7 (000) 555-01-14",
    email="school" + MAIL,
)

UNITS = (
    DemoUnit(
        "toan",
        "МО учителей математики и информатики",
        "МО математики",
        "subject_group",
        "toan",
    ),
    DemoUnit(
        "van",
        "МО учителей русского языка и литературы",
        "МО словесности",
        "subject_group",
        "van",
    ),
    DemoUnit(
        "anh",
        "МО учителей иностранных языков",
        "МО иностранных языков",
        "subject_group",
        "anh",
    ),
    DemoUnit("ly", "МО учителей физики и технологии", "МО физики", "subject_group", "ly"),
    DemoUnit(
        "hoa",
        "МО учителей естественных наук",
        "МО естественных наук",
        "subject_group",
        "hoa",
    ),
    DemoUnit(
        "su",
        "МО учителей истории и обществознания",
        "МО истории",
        "subject_group",
        "su",
    ),
    DemoUnit(
        "congdoan",
        "Первичная профсоюзная организация",
        "Профком",
        "trade_union",
        "congdoan",
    ),
    DemoUnit("doan", YOUTH, "«Компас»", "youth_union", "doan"),
    DemoUnit("vanphong", "Канцелярия", "Канцелярия", "office", "vanphong"),
    DemoUnit("bbt", "Редколлегия сайта", "Редколлегия", "board", "head", ("secretary",)),
)

# user name, full name, post, unit
_STAFF = (
    ("head", "Корнеева Ольга Андреевна", "Директор", None),
    ("deputy1", "Лаптева Марина Юрьевна", "Заместитель директора по УВР", None),
    ("deputy2", "Журавлёв Игорь Павлович", "Заместитель директора по ВР", None),
    ("secretary", "Белова Надежда Сергеевна", "Секретарь педсовета", "bbt"),
    ("editor1", "Тихонов Артём Олегович", "Учитель информатики", None),
    ("editor2", "Самойлова Вера Николаевна", "Заведующая библиотекой", None),
    ("admin", "Администратор сайта", "Технический специалист", None),
    ("toan", "Гусева Татьяна Ильинична", "Руководитель МО", "toan"),
    ("van", "Рябинина Елена Львовна", "Руководитель МО", "van"),
    ("anh", "Мартынова Дарья Игоревна", "Руководитель МО", "anh"),
    ("ly", "Орлов Пётр Семёнович", "Руководитель МО", "ly"),
    ("hoa", "Климова Светлана Борисовна", "Руководитель МО", "hoa"),
    ("su", "Назаров Роман Алексеевич", "Руководитель МО", "su"),
    ("congdoan", "Воронцова Людмила Петровна", "Председатель профкома", "congdoan"),
    ("doan", "Ефимова Алина Денисовна", "Советник директора по воспитанию", "doan"),
    ("vanphong", "Пахомова Галина Фёдоровна", "Делопроизводитель", "vanphong"),
)

PEOPLE = tuple(
    DemoPerson(name, full, post, unit, name + MAIL, is_superuser=name == "admin") for name, full, post, unit in _STAFF
)

# The deputies' fields: teaching and the office; upbringing and the unions (002 §3.3).
TEACHING = ("toan", "van", "anh", "ly", "hoa", "su", "vanphong", "bbt")
UPBRINGING = ("congdoan", "doan")

APPOINTMENTS = (
    DemoAppointment("head", "head", ORDER, 110),
    DemoAppointment("deputy1", "deputy", ORDER, 110, is_content_deputy=True, units=TEACHING),
    DemoAppointment("deputy2", "deputy", ORDER, 110, units=UPBRINGING),
    DemoAppointment("secretary", "secretary", ORDER, 110),
    DemoAppointment("editor1", "editor", ORDER, 110, units=("toan", "ly", "hoa", "doan")),
    DemoAppointment("editor2", "editor", ORDER, 110, units=("van", "anh", "su", "congdoan")),
)

CATEGORIES = (
    DemoCategory("shkolnaya-zhizn", "Школьная жизнь"),
    DemoCategory("obyavleniya", "Объявления"),
    DemoCategory("uchyoba", "Учёба и наука"),
    DemoCategory("sport", "Спорт"),
    DemoCategory("profkom", "Профсоюз"),
    DemoCategory("dostizheniya", "Достижения"),
    DemoCategory("ofitsialno", "Официально"),
)

NOTICES = (
    DemoNotice(
        "Изменён маршрут школьного автобуса",
        "Из-за ремонта моста автобус из Малых Ключей завтра идёт в объезд и "
        "отправляется на 20 минут раньше, в 7:10. Обратный рейс в 14:30 без "
        "изменений. Опоздавших по этой причине на первый урок пустят.",
        24,
    ),
    DemoNotice(
        "Отключение горячей воды",
        "Сегодня с 9:00 до 16:00 в школе не будет горячей воды: меняют кран в "
        "котельной. Столовая работает, обед горячий. Тренировки в спортзале "
        "проходят по расписанию.",
        12,
    ),
)

BUNDLE = DemoBundle(
    school=SCHOOL,
    units=UNITS,
    people=PEOPLE,
    appointments=APPOINTMENTS,
    categories=CATEGORIES,
    articles=ARTICLES,
    notices=NOTICES,
    diary=DIARY,
)
