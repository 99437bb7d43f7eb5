"""Documents of the Russian demonstration school; every text is written for this project."""

from home.demo.documents import DemoDocument, DemoLink, own_text

SCHOOL = "МБОУ «Средняя общеобразовательная школа посёлка Ясный Бор»"
SIGNED = (("signer_name", "Корнеева Ольга Андреевна"), ("signer_post", "Директор"))
STAMP = (
    ("certificate_number", "00C7A41E5590D2B3"),
    ("certificate_owner", "Корнеева Ольга Андреевна"),
)

ORDER_TEXT = """ПРИКАЗ
об утверждении локальных нормативных актов

Приказываю:

1. Утвердить Положение об электронном журнале и о размещении информации на официальном сайте.

2. Классным руководителям познакомить с Положением родителей и обучающихся.

3. Контроль за исполнением приказа оставляю за собой.
"""
RULES_TEXT = """ПРАВИЛА
внутреннего распорядка обучающихся

1. Общие положения

1.1. Правила устанавливают учебный распорядок и права обучающихся.

1.2. С правилами знакомят обучающихся и родителей в начале учебного года.

2. Учебный день

2.1. Учебные занятия начинаются в 8:30.

2.2. Обучающийся приходит не позднее чем за десять минут до начала первого урока.

2.3. Об отсутствии по болезни родители сообщают классному руководителю в тот же день.

3. Обучающиеся имеют право

3.1. Получать сведения о своих отметках в день их выставления.

3.2. Участвовать в управлении школой через совет обучающихся.
"""
PROCEDURE_TEXT = """ПОРЯДОК
проведения текущего контроля и промежуточной аттестации

1. Общие положения

1.1. Порядок определяет формы и сроки контроля.

2. Текущий контроль

2.1. Отметки выставляются по пятибалльной системе.

2.2. В первом классе обучение ведётся без отметок.

3. Промежуточная аттестация

3.1. Аттестация проводится в конце учебного года.

3.2. Расписание аттестации вывешивается не позднее чем за две недели.
"""
APPROVALS = (
    {"kind": "considered", "body": "Педагогический совет", "act": "протокол", "number": "1", "on": "2026-08-28"},
    {"kind": "agreed", "body": "Управляющий совет", "act": "протокол", "number": "1", "on": "2026-08-29"},
    {"kind": "approved", "body": "Директор школы", "act": "приказ", "number": "01-09/126", "on": "2026-08-31"},
)

DOCUMENTS = (
    DemoDocument(
        key="prikaz-ob-utverzhdenii-lokalnyh-aktov",
        title="Об утверждении локальных нормативных актов",
        kind="prikaz",
        text=ORDER_TEXT,
        days_ago=80,
        issued_days_ago=82,
        issuing_body=SCHOOL,
        fields=(("number", "01-09/126"), ("field", "organisation"), *SIGNED),
        by="deputy1",
    ),
    DemoDocument(
        key="polozhenie-ob-elektronnom-zhurnale",
        title="Положение об электронном журнале и о размещении информации на официальном сайте",
        kind="polozhenie",
        text=own_text("ru_regulation.txt"),
        days_ago=80,
        issued_days_ago=82,
        issuing_body=SCHOOL,
        fields=(
            ("abstract", "Кто ведёт журнал и в какие сроки, как получить доступ и кто размещает документы на сайте."),
            ("field", "teaching"),
            ("for_administration", True),
            ("for_teachers", True),
            ("for_class_teachers", True),
            ("for_parents", True),
            ("is_board_regulation", True),
            *SIGNED,
            *STAMP,
        ),
        links=(DemoLink("annex_of", "prikaz-ob-utverzhdenii-lokalnyh-aktov"),),
        bases=(
            DemoLink("", "", "Федеральный закон от 29.12.2012 № 273-ФЗ «Об образовании в Российской Федерации»"),
            DemoLink("", "", "Федеральный закон от 27.07.2006 № 152-ФЗ «О персональных данных»"),
        ),
        approvals=APPROVALS,
        released_by="deputy1",
    ),
    DemoDocument(
        key="pravila-vnutrennego-rasporyadka",
        title="Правила внутреннего распорядка обучающихся",
        kind="pravila",
        text=RULES_TEXT,
        days_ago=70,
        issued_days_ago=82,
        issuing_body=SCHOOL,
        fields=(("number", "01-09/127"), ("field", "upbringing"), ("for_pupils", True), ("for_parents", True), *SIGNED),
        approvals=APPROVALS[:1],
        released_by="deputy1",
    ),
    DemoDocument(
        key="poryadok-tekushchego-kontrolya",
        title="Порядок проведения текущего контроля и промежуточной аттестации",
        kind="poryadok",
        text=PROCEDURE_TEXT,
        days_ago=60,
        issued_days_ago=82,
        issuing_body=SCHOOL,
        fields=(("number", "01-09/128"), ("field", "teaching"), ("for_teachers", True), ("for_pupils", True), *SIGNED),
        released_by="deputy1",
    ),
)
