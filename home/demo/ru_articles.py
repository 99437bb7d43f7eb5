"""Articles of the Russian demonstration school, joined."""

from home.demo.ru_articles_1 import ARTICLES as PART_1
from home.demo.ru_articles_2 import ARTICLES as PART_2
from home.demo.ru_articles_3 import ARTICLES as PART_3
from home.demo.ru_articles_4 import ARTICLES as PART_4
from home.demo.ru_articles_5 import ARTICLES as PART_5
from home.demo.ru_articles_6 import ARTICLES as PART_6
from home.demo.schema import DemoArticle

ARTICLES: tuple[DemoArticle, ...] = PART_1 + PART_2 + PART_3 + PART_4 + PART_5 + PART_6
