"""The words on buttons and fields that stories look for, per language."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """What is written on the screens."""

    write: str
    headline: str
    lead: str
    author: str
    insert_block: str
    text_block: str
    picture_block: str
    choose_picture: str
    upload: str
    picture_shows: str
    second_tab: str
    start: str
    nothing_waits: str


VIETNAMESE = Words(
    write="Viết bài",
    headline="Tiêu đề",
    lead="Giới thiệu ngắn gọn",
    author="Tác giả",
    insert_block="Chèn khối",
    text_block="Đoạn văn",
    picture_block="Hình ảnh",
    choose_picture="Chọn một hình ảnh",
    upload="Tải lên",
    picture_shows="Mô tả hình ảnh",
    second_tab="Chuyên mục và nguồn gốc",
    start="Bắt đầu",
    nothing_waits="Không có việc nào chờ bạn",
)

RUSSIAN = Words(
    write="Написать статью",
    headline="Заголовок",
    lead="Анонс (лид)",
    author="Автор",
    insert_block="Вставить блок",
    text_block="Абзацы",
    picture_block="Изображение",
    choose_picture="Выбрать изображение",
    upload="Загрузить",
    picture_shows="Что на снимке",
    second_tab="Рубрика и происхождение",
    start="Начать",
    nothing_waits="Вас ничего не ждёт",
)
