"""The diary of the Russian demonstration school: events without an article yet, themes, plans. All invented."""

import datetime

from editorial.rules.clock_terms import EventKind
from home.demo.plans import DemoDiary, DemoEvent, DemoPlanned, DemoTheme

EVENTS = (
    # over, and nobody wrote
    DemoEvent("Конкурс рисунков «Мой посёлок»", EventKind.CONTEST_PUPILS, 22, place="Фойе"),
    # over, and the board let the unit off
    DemoEvent(
        "Поздравление ветеранов труда на дому",
        EventKind.OTHER,
        15,
        assigned_to="congdoan",
        waived_why="Ветераны попросили не рассказывать о встречах на сайте.",
    ),
    # just over: there is still time
    DemoEvent("Викторина «Химия вокруг нас»", EventKind.EXTRACURRICULAR, 1, place="Кабинет химии", units=("hoa",)),
    # to come
    DemoEvent("Выездной приём врачей", EventKind.OTHER, -1, place="Медицинский кабинет"),
    DemoEvent(
        "Лыжная прогулка пятых классов",
        EventKind.SPORTS,
        -4,
        cancelled_why="Штормовое предупреждение; день назначим заново.",
    ),
    DemoEvent(
        "Муниципальный этап олимпиады по физике",
        EventKind.PROVINCE_CONTEST,
        -6,
        place="Кабинет физики",
        starts_time=datetime.time(9),
        ends_time=datetime.time(12),
        uid="plan-raboty-na-nedelyu-fizika",
    ),
    DemoEvent("Вечер авторской песни", EventKind.ARTS, -24, place="Актовый зал", moved_by_days=14),
    DemoEvent("Метапредметная неделя словесности", EventKind.THEMATIC, -40, units=("van",), lasts_days=5),
)

MONTH_THEMES = (
    "Зимние каникулы и новый план",
    "Наука в школе",
    "Весна в пути",
    "Здоровье и спорт",
    "Помним и гордимся",
    "Лето рядом",
    "Лето рядом",
    "Готовимся к школе",
    "Здравствуй, школа!",
    "Учитель и ученик",
    "Родной край",
    "Подводим итоги",
)

DIARY = DemoDiary(
    events=EVENTS,
    month_themes=MONTH_THEMES,
    planned=(
        DemoPlanned("Как читают инструкции", "van", "Рябинина Е. Л.", article="otkrytyy-urok"),
        DemoPlanned("Опыты, которые можно повторить", "hoa", in_days=-12),
        DemoPlanned("Один день шахматного кружка", "toan", "Гусева Т. И.", in_days=5),
        DemoPlanned("Книги на каникулы", "van", in_days=33),
    ),
    term_theme=DemoTheme(
        "Открытые уроки",
        "Каждое методическое объединение рассказывает об одном уроке: что пробовали и что вышло.",
        (DemoPlanned("Вероятность на кубиках", "toan", in_days=14),),
    ),
    year_theme=DemoTheme(
        "Год родного края",
        "Природа, люди и история посёлка глазами учеников.",
        (DemoPlanned("Кормушки Синичкина дня", "hoa", article="sinichkin-den"),),
    ),
)
