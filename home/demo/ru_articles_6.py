"""Articles of the Russian demonstration school, part 6: all invented."""

from editorial.rules.clock_terms import EventKind
from home.demo.plans import DemoEvent
from home.demo.schema import DemoArticle, Fate, Paragraph, Picture

ARTICLES: tuple[DemoArticle, ...] = (
    DemoArticle(
        key="pamyatka-laboratoriya",
        unit="hoa",
        author="hoa",
        author_name="МО учителей естественных наук",
        title="Правила кабинета химии в картинках",
        lead="Ученики нарисовали правила безопасности, чтобы их понял даже тот, кто не любит читать.",
        blocks=(
            Paragraph("Плакаты появятся у двери кабинета и в лаборантской."),
            Picture(
                "laboratory",
                2,
                "Стол с колбами и микроскопом, за ним ученики в халатах",
                "Кабинет химии. Рисунок.",
            ),
        ),
        categories=("uchyoba",),
        tags=("безопасность", "химия"),
        fate=Fate.RETURNED_TO_UNIT,
        days_ago=3,
        content_class="teaching",
        return_note=(
            "В заголовке обещаны правила, но в тексте нет ни одного. Перечислите их и укажите, какой "
            "класс рисовал плакаты."
        ),
    ),
    DemoArticle(
        key="masterskaya",
        unit="ly",
        author="ly",
        author_name="МО учителей физики и технологии",
        title="Мастерская чинит велосипеды и самокаты",
        lead=("По пятницам школьная мастерская бесплатно ремонтирует велосипеды и самокаты учеников и соседей."),
        blocks=(
            Paragraph(
                "За месяц починили двадцать семь машин: камеры, тормоза, цепи, один звонок. Детали "
                "приносит владелец, работу делают восьмиклассники.",
            ),
            Picture(
                "robots",
                2,
                "Ребята у стола мастерской, на стене шестерёнки, на столе робот",
                "Школьная мастерская. Рисунок.",
            ),
            Paragraph("Каждому владельцу объясняют, отчего случилась поломка."),
        ),
        categories=("uchyoba",),
        tags=("технология", "мастерская"),
        fate=Fate.RETURNED_BY_DEPUTY,
        days_ago=4,
        return_note=(
            "Материал хороший. Уточните у объединения, кто из взрослых дежурит и кто отвечает за "
            "исправность после ремонта. Добавьте одно предложение и передайте снова."
        ),
    ),
    DemoArticle(
        key="perepiska",
        unit="anh",
        author="anh",
        author_name="МО учителей иностранных языков",
        title="Друзья по переписке: первые конверты отправлены",
        lead=(
            "Восемнадцать семиклассников написали бумажные письма ровесникам из другой страны и теперь "
            "каждый день проверяют почту."
        ),
        blocks=(
            Paragraph(
                "В первом письме полагалось рассказать об одном запахе, одном звуке и одном вкусе своего "
                "дома. Учителя помогали только по просьбе.",
            ),
            Picture(
                "languages",
                2,
                "Двое беседуют у глобуса, рядом стопки книг",
                "Готовим письма. Рисунок.",
            ),
            Paragraph("Письма идут через школы, домашние адреса детей не передаются."),
        ),
        categories=("uchyoba",),
        tags=("английский язык", "переписка"),
        fate=Fate.IN_EDITING,
        days_ago=1,
        content_class="teaching",
    ),
    DemoArticle(
        key="medosmotr",
        unit="vanphong",
        author="vanphong",
        author_name="Канцелярия",
        title="Медицинский осмотр: что взять с собой",
        lead="Осмотр школьников пройдёт в медицинском кабинете; результаты получат только родители.",
        blocks=(
            Picture(
                "health",
                1,
                "Медицинский кабинет с ростомером, аптечкой и сотрудницей в белом халате",
                "Медицинский кабинет. Рисунок.",
            ),
            Paragraph(
                "Нужны полис, согласие родителей и сменная обувь. Уроки для осматриваемых классов "
                "сдвинуты, завтрак остаётся по расписанию.",
            ),
        ),
        categories=("obyavleniya",),
        tags=("медосмотр",),
        fate=Fate.SUBMITTED,
        days_ago=0,
        content_class="public_concern",
    ),
    DemoArticle(
        key="obmen-igrami",
        unit="doan",
        author="doan",
        author_name="Детское объединение «Компас»",
        title="Обмен настольными играми на большой перемене",
        lead="Принеси игру, в которую наигрался, и возьми ту, в которой ещё не знаешь правил.",
        blocks=(
            Paragraph(
                "За первый день поменялись двадцать четыре игры. К каждой хозяин приложил записку: чем "
                "она хороша и где спорят чаще всего.",
            ),
            Picture(
                "chess",
                2,
                "Двое за шахматной доской, на столе часы для игры",
                "Игры ждут новых хозяев. Рисунок.",
            ),
        ),
        categories=("shkolnaya-zhizn",),
        tags=("игры", "перемена"),
        fate=Fate.SUBMITTED,
        days_ago=0,
        event=DemoEvent("Обмен играми", EventKind.OTHER, 0),
    ),
    DemoArticle(
        key="dorozhnaya-bezopasnost",
        unit="ly",
        author="ly",
        author_name="МО учителей физики и технологии",
        title="Почему машина не останавливается сразу",
        lead="Черновик: урок о тормозном пути вместе с правилами перехода улицы.",
        blocks=(
            Paragraph("Дописать: результаты опыта с тележкой, имена ведущих, ссылку на памятку."),
            Picture(
                "crossing",
                1,
                "Пятеро школьников переходят улицу по зебре рядом со светофором",
                "Переходим по правилам. Рисунок.",
            ),
        ),
        categories=("uchyoba",),
        tags=("физика", "безопасность"),
        fate=Fate.DRAFT,
        days_ago=0,
        content_class="teaching",
    ),
    DemoArticle(
        key="muzey-zima",
        unit="su",
        author="su",
        author_name="МО учителей истории и обществознания",
        title="Школьный музей готовит зимнюю экспозицию",
        lead="Черновик: экспозиция «Зима в старом посёлке», идёт сбор предметов.",
        blocks=(
            Paragraph(
                "Уже принесли санки, керосиновую лампу и рубель. Список предметов и имена дарителей "
                "добавим после согласования.",
            ),
        ),
        categories=("shkolnaya-zhizn",),
        tags=("музей",),
        fate=Fate.DRAFT,
        days_ago=0,
        content_class="theme",
    ),
)
