"""The Russian report on the work of the site: the same figures in the habits of ГОСТ Р 7.0.97-2016.

An official text in the language the law asks for, whatever language its reader has chosen: it is
kept here and not in the catalogues of messages. The set of sections follows domain/reports.md 6.3.
"""

from __future__ import annotations

from editorial.reports.words import Slot, TableWords, Words
from editorial.rules.periods import Period, PeriodKind
from school.rules.years import PLANS, TermPlan

ROMAN = ("I", "II", "III", "IV")
USUAL_TERMS = frozenset(name for plan in (TermPlan.QUARTERS, TermPlan.HALVES) for name, _first, _last in PLANS[plan])
MONTHS = (
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
)
OF_MONTHS = (
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
)


def period_title(period: Period) -> str:
    """The period as a Russian paper names it: "за октябрь 2026 года"."""
    half = "первое" if period.number == 1 else "второе"
    return {
        PeriodKind.MONTH: f"за {MONTHS[(period.number - 1) % 12]} {period.year} года",
        PeriodKind.QUARTER: f"за {ROMAN[(period.number - 1) % 4]} квартал {period.year} года",
        PeriodKind.HALF_YEAR: f"за {half} полугодие {period.year} года",
        PeriodKind.CALENDAR_YEAR: f"за {period.year} год",
        PeriodKind.TERM: f"за {_term(period.name)} {period.school_year} учебного года",
        PeriodKind.SCHOOL_YEAR: f"за {period.name} учебный год",
        PeriodKind.DATES: f"за период с {period.first_on:%d.%m.%Y} по {period.last_on:%d.%m.%Y}",
    }[period.kind]


def _term(name: str) -> str:
    """The usual quarters and halves as they stand in a sentence; a name the school chose itself in quotes."""
    if name not in USUAL_TERMS:
        return f"учебный период «{name}»"
    return f"{name[:1].lower()}{name[1:]}" if name[1:2].islower() else name


TEMPLATE = (
    Slot("board", "1", "Организация работы", 1, ("members", "changes")),
    Slot("items", "2", "Размещение материалов", 1, ("compared", "items", "classes", "hours")),
    Slot("removed", "2.1", "Отклонённые и снятые материалы", 2, ("refused", "removed")),
    Slot("deadline", "3", "Соблюдение сроков", 1, ("deadline",)),
    Slot("quota", "3.1", "Месячная норма материалов", 2, ("quota",)),
    Slot("documents", "4", "Документы и раздел «Сведения об образовательной организации»", 1, ("provided:documents",)),
    Slot("services", "4.1", "Раскрытие сведений, услуги, формы", 2, ("provided:services",)),
    Slot("requests", "5", "Обращения", 1, ("requests",)),
    Slot("safety", "6", "Безопасность и доступность", 1, ("incidents", "provided:operation")),
    Slot("visits", "6.1", "Посещаемость", 2, ("provided:visits",)),
    Slot("assessment", "7", "Выводы и предложения"),
    Slot("strengths", "7.1", "Достижения", 2, ("words:strengths",)),
    Slot("shortcomings", "7.2", "Недостатки", 2, ("words:shortcomings",)),
    Slot("causes", "7.3", "Причины", 2, ("words:causes",)),
    Slot("commendations", "7.4", "Поощрения и взыскания", 2, ("words:commendations",)),
    Slot("plans", "7.5", "Планы", 2, ("words:plans",)),
    Slot("proposals", "7.6", "Предложения", 2, ("words:proposals",)),
)
TABLES = {
    "members": TableWords("Состав редколлегии", ("Фамилия, имя, отчество", "Должность", "Приказ", "С какого дня")),
    "changes": TableWords("Изменения за период", ("Фамилия, имя, отчество", "Должность", "Приказ", "С", "По")),
    "compared": TableWords(
        "Сравнение с предыдущим периодом и с тем же периодом год назад",
        ("Показатель", "Этот период", "Предыдущий", "Изменение", "Год назад", "Изменение"),
    ),
    "items": TableWords(
        "Материалы по подразделениям",
        (
            "Подразделение",
            "Подано",
            "Опубликовано",
            "Возвращено",
            "Отклонено",
            "В срок",
            "С опозданием",
            "Доля в срок",
        ),
    ),
    "kinds": TableWords("Материалы по видам", ("Вид", "Подано", "Опубликовано")),
    "classes": TableWords("Материалы по категориям содержания", ("Категория содержания", "Подано", "Опубликовано")),
    "categories": TableWords("Материалы по рубрикам", ("Рубрика", "Подано", "Опубликовано")),
    "hours": TableWords(
        "Время работы с материалом (часы)",
        ("Этап", "Материалов", "Медиана", "Не более, для 90 % материалов"),
    ),
    "events": TableWords(
        "Сроки по событиям",
        ("Событие", "День окончания", "Крайний срок", "Опубликовано", "Подразделение", "Результат"),
    ),
    "quota": TableWords(
        "Месячная норма", ("Подразделение", "Норма", "Опубликовано", "Месяцев с выполненной нормой", "Результат")
    ),
    "refused": TableWords("Отклонённые материалы", ("Материал", "Подразделение", "Основание", "Кто решил", "Дата")),
    "removed": TableWords("Снятые материалы и файлы", ("Материал", "Подразделение", "Основание", "Кто решил", "Дата")),
}
CHARTS = {
    "posted_by_unit": ("Опубликованные материалы по подразделениям", "Опубликовано материалов: {parts}."),
    "on_time_parts": ("Соблюдение сроков", "Событий по результату: {parts}."),
}
LABELS = {
    "unit": {"0": "Не назначено"},
    "category": {"": "Рубрика не указана"},
    "kind": {
        "article": "Статья",
        "announcement": "Объявление о событии",
        "notice": "Срочное объявление",
        "document": "Документ",
        "standing": "Постоянная страница",
    },
    "class": {
        "ordinary": "Обычная деятельность",
        "theme": "Тема месяца",
        "teaching": "Учебная и воспитательная работа",
        "public_concern": "Общественно значимый",
        "important": "Важный",
        "superior_body": "Сведения вышестоящего органа",
        "sensitive": "Требующий особого внимания",
        "special_attention": "Вызывающий особый интерес",
    },
    "ground": {
        "refuse_policy": "Противоречит законодательству",
        "refuse_secret": "Сведения ограниченного доступа",
        "refuse_untrue": "Недостоверные сведения",
        "refuse_quality": "Низкое качество материала",
        "refuse_other_law": "Иные сведения, запрещённые к публикации",
        "takedown_outdated": "Утратило актуальность",
        "takedown_content": "Содержание не соответствует требованиям",
        "takedown_provider_request": "По просьбе поставщика информации",
        "takedown_personal_data": "По требованию о защите персональных данных",
    },
    "verdict": {
        "on_time": "В срок",
        "late_unit": "С опозданием: поздно подано",
        "late_board": "С опозданием: поздно решено редколлегией",
        "late_posting": "С опозданием: утверждено вовремя, опубликовано поздно",
        "late_returned": "С опозданием: возвращалось на доработку",
        "no_item": "Материала нет",
        "open": "Срок не истёк",
    },
    "stage": {
        "editing": "Редактура",
        "editor": "Утверждение редактором",
        "deputy": "Согласование заместителем",
        "head": "Утверждение главным редактором",
        "posting": "Ожидание публикации",
        "unit": "Доработка подразделением после возврата",
        "whole": "От подачи до публикации",
    },
}
HEADLINES = {
    "handed_in": "Подано материалов",
    "posted": "Опубликовано материалов",
    "returned": "Возвращено на доработку",
    "refused": "Отклонено",
    "taken_down": "Снято с публикации",
    "on_time_rate": "Доля опубликованных в срок",
    "quota_rate": "Доля месяцев с выполненной нормой",
    "hours_median": "Медиана времени от подачи до публикации (часы)",
}
SAYS = {
    "members": "На {day} в редколлегии занято должностей: {members}.",
    "no_members": "На {day} в редколлегию ещё никто не назначен.",
    "no_changes": "За период состав редколлегии не менялся.",
    "items": (
        "За период подано материалов: {handed_in}; опубликовано: {posted}; возвращено подразделениям: {returned}; "
        "отклонено: {refused}; снято с публикации: {taken_down}. На конец периода в работе редколлегии: {in_progress}; "
        "возвращено и остаётся у подразделений: {with_unit}."
    ),
    "changed_items": "Обновлено опубликованных материалов: {updated}; мелких исправлений в материалах: {corrections}.",
    "deadline": (
        "Событий, о которых в этот период надо было сообщить: {duties}; в срок: {on_time}; с опозданием или без "
        "материала: {late}; доля в срок: {rate}. Освобождено от обязанности: {waived}. На конец периода без "
        "опубликованного материала: {open_duties}."
    ),
    "no_events": "Событий, о которых в этот период надо было сообщить, не было.",
    "quota": "Месяцев с выполненной нормой: {met} из {months}; доля: {rate}.",
    "no_quota": "В этот период месячная норма не учитывается.",
    "quota_met": "Выполнена",
    "quota_not_met": "Не выполнена",
    "requests": (
        "Сообщения посетителей о материалах: получено {received}; дан ответ {answered}; без ответа на конец "
        "периода {open}."
    ),
    "refused": "Отклонено материалов: {refused}.",
    "removed": (
        "Снято с публикации материалов: {taken_down}, изображений и файлов: {files_removed}; "
        "временно скрыто: {hidden}; возвращено на сайт: {restored}."
    ),
    "incidents": "Случаи недостоверной или вредной информации: открыто {opened}; закрыто {closed}.",
    "not_kept": "За этот период такие данные на сайте не учитывались.",
    "not_kept_services": "За этот период данные о раскрытии сведений, услугах и формах на сайте не учитывались.",
    "not_kept_visits": "Учёт посещаемости на сайте не ведётся.",
    "not_kept_operation": (
        "За этот период данные о перерывах в работе, резервных копиях и учётных записях на сайте не учитывались."
    ),
    "not_written": "(Раздел ещё не написан.)",
    "nothing": "Нет.",
    "empty": "Материалов нет.",
    "file": "Изображение или файл в материале: {title}",
    "total": "Итого",
    "version": "Редакция {version}.",
    "what_changed": "Изменения по сравнению с прежней редакцией: {what}",
    "ledger": "Номер и хеш последней строки журнала: {head}",
    "address": "Адрес отчёта: {address}",
    "counted": "Данные на {moment}, время {zone}.",
}
RU = Words(
    country="ru",
    language="ru",
    nation=("", ""),
    body="Редколлегия официального сайта",
    type_name="ОТЧЁТ",
    subject="о работе сайта {period}",
    opening=("Период: с {first} по {last} включительно.",),
    template=TEMPLATE,
    tables=TABLES,
    charts=CHARTS,
    labels=LABELS,
    posts={
        "head": "Главный редактор",
        "deputy": "Заместитель главного редактора",
        "secretary": "Ответственный секретарь",
        "editor": "Редактор",
    },
    headlines=HEADLINES,
    says=SAYS,
    recipients_heading="",
    recipients=(),
    mark="ПРОЕКТ",
    closing="",
    day_format="%d.%m.%Y",
    period_title=period_title,
)
