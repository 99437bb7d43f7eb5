"""Acts of the state and of the superior body in the Russian demonstration's register: cards with a short abstract."""

import datetime

from home.demo.documents_schema import DemoDocument, DemoLink

EDUCATION_LAW = "federalny-zakon-ob-obrazovanii"
DATA_LAW = "federalny-zakon-o-personalnyh-dannyh"
ON_EDUCATION = DemoLink(
    "", EDUCATION_LAW, "Федеральный закон от 29.12.2012 № 273-ФЗ «Об образовании в Российской Федерации»"
)
ON_DATA = DemoLink("", DATA_LAW, "Федеральный закон от 27.07.2006 № 152-ФЗ «О персональных данных»")
ON_SITES = DemoLink(
    "",
    "postanovlenie-o-pravilah-razmeshcheniya",
    "Постановление Правительства Российской Федерации от 20.10.2021 № 1802 о размещении сведений на сайтах",
)

BASIS = (
    DemoDocument(
        key=EDUCATION_LAW,
        title="Об образовании в Российской Федерации",
        kind="federalny_zakon",
        issuing_body="Государственная Дума",
        days_ago=106,
        issued_days_ago=0,
        fields=(
            ("number", "273-ФЗ"),
            ("issued_on", datetime.date(2012, 12, 29)),
            (
                "abstract",
                "Права и обязанности участников образования; статья 29 – какие сведения школа открывает всем.",
            ),
        ),
        owner="vanphong",
    ),
    DemoDocument(
        key=DATA_LAW,
        title="О персональных данных",
        kind="federalny_zakon",
        issuing_body="Государственная Дума",
        days_ago=106,
        issued_days_ago=0,
        fields=(
            ("number", "152-ФЗ"),
            ("issued_on", datetime.date(2006, 7, 27)),
            ("abstract", "Как обращаться со сведениями о людях и когда нужно согласие."),
        ),
        owner="vanphong",
    ),
    DemoDocument(
        key="postanovlenie-o-pravilah-razmeshcheniya",
        title="Правила размещения сведений на официальном сайте образовательной организации",
        kind="postanovlenie",
        issuing_body="Правительство Российской Федерации",
        days_ago=106,
        issued_days_ago=0,
        fields=(
            ("number", "1802"),
            ("field", "portal"),
            ("issued_on", datetime.date(2021, 10, 20)),
            ("abstract", "Какие сведения, где и в какие сроки школа размещает на официальном сайте."),
        ),
        owner="vanphong",
    ),
    DemoDocument(
        key="pismo-o-srokah-vpr",
        title="О сроках всероссийских проверочных работ",
        kind="pismo",
        issuing_body="Управление образования администрации Ясноборского муниципального округа",
        days_ago=79,
        issued_days_ago=81,
        fields=(
            ("number", "02-11/418"),
            ("field", "teaching"),
            ("abstract", "Школы выбирают дни работ с 20 апреля по 20 мая и присылают расписание до 1 марта."),
        ),
        audiences=("administration",),
        owner="vanphong",
    ),
)
