"""The electronic-journal section of the Russian demonstration school; written from the facts of its regulation."""

from home.demo.journal_schema import DemoHolder, DemoJournal, DemoOutage, DemoQuestion
from home.demo.ru_journal_families import FAMILIES
from home.demo.ru_journal_staff import HELPER, STAFF
from home.demo.ru_journal_tests import TESTS

RESPONSIBLE = "prikaz-ob-otvetstvennyh-za-zhurnal"
VPR_ORDER = "prikaz-o-provedenii-vpr"

JOURNAL = DemoJournal(
    system_name="Электронный журнал «Школа округа»",
    address="https://zhurnal.example/",
    administrator="editor1",
    helper=HELPER,
    hours="понедельник – пятница, 8:00–16:00",
    duties_heading="Обязанности и сроки",
    pages=(*FAMILIES, *STAFF, *TESTS),
    holders=(
        DemoHolder("Ведёт журнал: доступ, периоды, копии", "editor1", RESPONSIBLE, 98),
        DemoHolder("Вносит сведения о сотрудниках и обучающихся", "vanphong", RESPONSIBLE, 98),
        DemoHolder("Проверяет журнал раз в месяц", "deputy1", RESPONSIBLE, 98),
        DemoHolder("Координатор проверочных работ", "deputy1", VPR_ORDER, 75),
        DemoHolder("Технический специалист проверочных работ", "editor1", VPR_ORDER, 75),
    ),
    outage=DemoOutage("Журнал не открывался из-за работ у поставщика связи. Отметки записывали на бумаге.", 15, 9, 7),
    questions=(
        DemoQuestion(
            "Сын перешёл из другого класса, в дневнике пусто. Куда обратиться?",
            "Классный руководитель переносит отметки в течение трёх дней. Если прошло больше, напишите ему.",
            12,
        ),
        DemoQuestion(
            "Можно ли видеть дневник с двух телефонов?", "Да, вход один и тот же; выходите на чужом телефоне.", 9
        ),
    ),
)
