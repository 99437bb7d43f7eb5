"""What the demonstration board writes into its reports: true whatever day the demonstration is loaded on."""

from __future__ import annotations

from enum import StrEnum


class Stretch(StrEnum):
    """What a period was: before there was a board, its first days without an item, or a usual one."""

    BEFORE = "before"
    BEGINNING = "beginning"
    USUAL = "usual"


Written = dict[str, str]

VIETNAMESE: dict[Stretch, Written] = {
    Stretch.BEFORE: {
        "strengths": (
            "Ban Biên tập được thành lập sau khi kỳ báo cáo kết thúc; trong kỳ, Cổng thông tin điện tử chưa vận hành "
            "theo Quy chế nên chưa có kết quả để đánh giá."
        ),
        "shortcomings": "Chưa có cơ sở để đánh giá.",
        "causes": "",
        "commendations": "Không đề nghị.",
        "plans": "Tổ chức hoạt động của Ban Biên tập theo Quy chế ngay từ đầu năm học mới.",
        "proposals": "Đề nghị lấy năm học tới làm mốc so sánh cho các kỳ báo cáo sau.",
    },
    Stretch.BEGINNING: {
        "strengths": (
            "Ban Biên tập đã kiện toàn nhân sự, phân công biên tập viên theo từng tổ và thống nhất quy trình gửi, "
            "duyệt, đăng tin, bài."
        ),
        "shortcomings": "Các tổ chưa gửi tin, bài.",
        "causes": "Các tổ đang làm quen với Cổng thông tin điện tử.",
        "commendations": "Không đề nghị.",
        "plans": "Hướng dẫn các tổ gửi tin, bài; nhắc lịch chủ đề của từng tháng.",
        "proposals": "Đề nghị nhà trường tổ chức một buổi hướng dẫn viết và gửi tin, bài cho các tổ.",
    },
    Stretch.USUAL: {
        "strengths": (
            "Các tổ chuyên môn và đoàn thể đã gửi tin, bài về các hoạt động chính của trường.\n"
            "Bài viết có ảnh rõ, chú thích đầy đủ; quy trình biên tập và duyệt được thực hiện đúng Quy chế."
        ),
        "shortcomings": "Còn tổ chưa gửi đủ tin, bài theo chỉ tiêu tháng; một số bài được gửi khi đã sát hạn.",
        "causes": "Nhiều hoạt động diễn ra cùng tuần; người viết bài còn kiêm nhiệm.",
        "commendations": "Đề nghị biểu dương các tổ đạt chỉ tiêu tin, bài trong kỳ. Không có vi phạm phải xử lý.",
        "plans": "Duy trì lịch đăng bài theo chủ đề; nhắc các tổ trước hạn 01 ngày.",
        "proposals": "Đề nghị nhà trường bố trí một máy ảnh dùng chung và một buổi hướng dẫn viết tin cho các tổ.",
    },
}
RUSSIAN: dict[Stretch, Written] = {
    Stretch.BEFORE: {
        "strengths": (
            "Редколлегия создана после окончания отчётного периода; в этом периоде сайт не работал по новому "
            "положению, поэтому результатов для оценки нет."
        ),
        "shortcomings": "Оснований для оценки нет.",
        "causes": "",
        "commendations": "Предложений нет.",
        "plans": "Организовать работу редколлегии по положению с начала нового учебного года.",
        "proposals": "Предлагаем сравнивать следующие отчёты с новым учебным годом.",
    },
    Stretch.BEGINNING: {
        "strengths": (
            "Состав редколлегии утверждён, подразделения распределены между редакторами, порядок подачи, "
            "согласования и публикации материалов определён."
        ),
        "shortcomings": "Материалы от подразделений не поступали.",
        "causes": "Подразделения знакомятся с работой сайта.",
        "commendations": "Предложений нет.",
        "plans": "Провести инструктаж для подразделений, напоминать о темах месяца.",
        "proposals": "Просим провести занятие о том, как писать и подавать новости.",
    },
    Stretch.USUAL: {
        "strengths": (
            "Методические объединения прислали материалы об основных событиях школы.\n"
            "К фотографиям есть подписи; порядок редактуры и согласования соблюдался."
        ),
        "shortcomings": "Не все подразделения выполнили месячную норму; часть материалов поступила в последний день.",
        "causes": "Несколько мероприятий пришлись на одну неделю.",
        "commendations": "Предлагается отметить подразделения, выполнившие месячную норму. Нарушений нет.",
        "plans": "Сохранить график публикаций по темам месяца, напоминать за день до срока.",
        "proposals": "Просим приобрести общий фотоаппарат и провести занятие о том, как писать новости.",
    },
}
WORDS = {"vn": VIETNAMESE, "ru": RUSSIAN}
NOTES = {
    "vn": "Đã xem. Đồng ý với đề xuất; giao Thư ký theo dõi.",
    "ru": "Ознакомлен. С предложениями согласен.",
}
