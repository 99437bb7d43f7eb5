"""Regulations, orders and forms of the electronic journal in the Russian demonstration."""

from home.demo.documents_schema import DemoApproval, DemoDocument, DemoEdition, DemoLink
from home.demo.ru_documents_basis import ON_DATA, ON_EDUCATION

SCHOOL = "МБОУ «Средняя общеобразовательная школа посёлка Ясный Бор»"
SIGNED = (("signer_name", "Корнеева Ольга Андреевна"), ("signer_post", "Директор"))
STAMP = (("certificate_number", "00C7A41E5590D2B3"), ("certificate_owner", "Корнеева Ольга Андреевна"))
ORDER = "prikaz-ob-utverzhdenii-lokalnyh-aktov"
REGULATION = "polozhenie-ob-elektronnom-zhurnale"
JOURNAL = ("field", "journal")


def approved(number: str, days_ago: int, *, council: str = "1", agreed: bool = True) -> tuple[DemoApproval, ...]:
    """Considered by the council, agreed with the governing board, approved by an order of that number."""
    block = [DemoApproval("considered", "Педагогический совет", "протокол", council, days_ago + 3)]
    if agreed:
        block.append(DemoApproval("agreed", "Управляющий совет", "протокол", council, days_ago + 2))
    return (*block, DemoApproval("approved", "Директор школы", "приказ", number, days_ago))


JOURNAL_DOCUMENTS = (
    DemoDocument(
        key=REGULATION,
        title="Положение об электронном журнале",
        kind="polozhenie",
        issuing_body=SCHOOL,
        days_ago=103,
        issued_days_ago=104,
        text="texts_ru/zhurnal-1.txt",
        fields=(
            ("abstract", "Кто и в какие сроки ведёт журнал, как получить доступ, как узнают об учёбе без сети."),
            JOURNAL,
            ("retention", "years_5"),
            *SIGNED,
            *STAMP,
        ),
        audiences=("administration", "teachers", "class_teachers", "pupils", "parents"),
        links=(DemoLink("annex_of", ORDER),),
        bases=(ON_EDUCATION, ON_DATA),
        approvals=approved("01-09/126", 104),
        later=(
            DemoEdition(
                "texts_ru/zhurnal-2.txt",
                24,
                "Вход родителей через портал государственных услуг, новые сроки отметок, порядок при сбоях.",
                approved("01-09/171", 26, council="4"),
            ),
        ),
        owner="vanphong",
        review_in_days=250,
    ),
    DemoDocument(
        key="poryadok-dostupa-k-zhurnalu",
        title="Порядок доступа к электронному журналу",
        kind="poryadok",
        issuing_body=SCHOOL,
        days_ago=102,
        issued_days_ago=104,
        text="texts_ru/dostup.txt",
        fields=(JOURNAL, *SIGNED),
        audiences=("teachers", "class_teachers", "pupils", "parents"),
        links=(DemoLink("annex_of", ORDER), DemoLink("relates_to", REGULATION)),
        approvals=approved("01-09/126", 104, agreed=False),
        owner="vanphong",
    ),
    DemoDocument(
        key="instrukciya-po-rabote-s-loginami",
        title="Инструкция по работе с логинами и паролями",
        kind="instrukciya",
        issuing_body=SCHOOL,
        days_ago=102,
        issued_days_ago=104,
        text="texts_ru/loginy.txt",
        fields=(JOURNAL, *SIGNED),
        audiences=("administration", "teachers", "class_teachers"),
        links=(DemoLink("annex_of", ORDER),),
        owner="vanphong",
        review_in_days=20,
    ),
    DemoDocument(
        key="prikaz-ob-otvetstvennyh-za-zhurnal",
        title="О назначении ответственных за ведение электронного журнала",
        kind="prikaz",
        issuing_body=SCHOOL,
        days_ago=98,
        issued_days_ago=99,
        text="texts_ru/otvetstvennye.txt",
        fields=(("number", "01-09/131"), JOURNAL, ("openness", "partly_public"), *SIGNED),
        audiences=("administration", "teachers"),
        links=(DemoLink("relates_to", REGULATION),),
        owner="vanphong",
    ),
    DemoDocument(
        key="forma-zayavlenie-o-vypiske",
        title="Заявление о выдаче сведений об успеваемости на бумаге",
        kind="forma",
        issuing_body=SCHOOL,
        days_ago=97,
        issued_days_ago=104,
        text="texts_ru/forma-vypiska.txt",
        fields=(("number", "Ж-1"), JOURNAL, *SIGNED),
        audiences=("parents", "class_teachers"),
        links=(DemoLink("annex_of", REGULATION, clauses="8.1"),),
        owner="vanphong",
    ),
    DemoDocument(
        key="forma-zayavka-na-ispravlenie",
        title="Заявка на исправление записи в электронном журнале",
        kind="forma",
        issuing_body=SCHOOL,
        days_ago=20,
        issued_days_ago=26,
        text="texts_ru/forma-ispravlenie.txt",
        fields=(("number", "Ж-2"), JOURNAL, *SIGNED),
        audiences=("teachers", "administration"),
        links=(DemoLink("annex_of", REGULATION, clauses="4.5"),),
        owner="vanphong",
    ),
)
