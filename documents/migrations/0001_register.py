import core.models.fields
import django.db.models.deletion
import documents.rules.registering
import editorial.rules.vocabulary
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('school', '0003_calendar_and_terms'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='DocumentIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('unit', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='document_section', to='school.unit')),
            ],
            options={
                'verbose_name': 'documents section',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='OfficialDocumentPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('author_name', models.CharField(blank=True, help_text='The name readers see. A class or a group may sign too.', max_length=100, verbose_name='author')),
                ('origin', models.CharField(choices=[('own_activity', "The school's own activity"), ('contributor', 'A contributor'), ('unit', 'A unit of the school'), ('official_source', 'An official source (quoted)')], default=editorial.rules.vocabulary.Origin['UNIT'], max_length=20, verbose_name='origin')),
                ('channel', models.CharField(choices=[('channel_portal', 'Sent through the portal'), ('channel_email', 'E-mail'), ('channel_messenger', 'Messenger'), ('channel_paper', 'Paper'), ('channel_disc', 'Disc or other medium')], default=editorial.rules.vocabulary.Channel['PORTAL'], max_length=20, verbose_name='how it reached us')),
                ('source_name', models.CharField(blank=True, help_text='Name the body whose information is quoted, for example the education department.', max_length=150, verbose_name='official source')),
                ('source_url', models.URLField(blank=True, verbose_name='address of the source')),
                ('kind', models.CharField(choices=[('nghi_quyet', 'Nghị quyết'), ('quyet_dinh', 'Quyết định'), ('chi_thi', 'Chỉ thị'), ('quy_che', 'Quy chế'), ('quy_dinh', 'Quy định'), ('thong_cao', 'Thông cáo'), ('thong_bao', 'Thông báo'), ('huong_dan', 'Hướng dẫn'), ('chuong_trinh', 'Chương trình'), ('ke_hoach', 'Kế hoạch'), ('phuong_an', 'Phương án'), ('de_an', 'Đề án'), ('du_an', 'Dự án'), ('bao_cao', 'Báo cáo'), ('bien_ban', 'Biên bản'), ('to_trinh', 'Tờ trình'), ('hop_dong', 'Hợp đồng'), ('cong_van', 'Công văn'), ('cong_dien', 'Công điện'), ('ban_ghi_nho', 'Bản ghi nhớ'), ('ban_thoa_thuan', 'Bản thỏa thuận'), ('giay_uy_quyen', 'Giấy ủy quyền'), ('giay_moi', 'Giấy mời'), ('giay_gioi_thieu', 'Giấy giới thiệu'), ('giay_nghi_phep', 'Giấy nghỉ phép'), ('phieu_gui', 'Phiếu gửi'), ('phieu_chuyen', 'Phiếu chuyển'), ('phieu_bao', 'Phiếu báo'), ('thu_cong', 'Thư công'), ('luat', 'Luật'), ('nghi_dinh', 'Nghị định'), ('thong_tu', 'Thông tư'), ('thong_tu_lien_tich', 'Thông tư liên tịch'), ('polozhenie', 'Положение'), ('poryadok', 'Порядок'), ('pravila', 'Правила'), ('instrukciya', 'Инструкция'), ('reglament', 'Регламент'), ('prikaz', 'Приказ'), ('rasporyazhenie', 'Распоряжение'), ('programma', 'Программа'), ('plan', 'План'), ('federalny_zakon', 'Федеральный закон'), ('postanovlenie', 'Постановление'), ('pismo', 'Письмо')], max_length=30, verbose_name='type of document')),
                ('number', models.CharField(blank=True, help_text='As on the paper, for example 198 or 01-30/126. A regulation issued with an order has none.', max_length=30, verbose_name='number')),
                ('symbol', models.CharField(blank=True, help_text='What follows the number, for example QĐ-THPT.', max_length=40, verbose_name='symbol')),
                ('issuing_body', models.CharField(max_length=200, verbose_name='issuing body')),
                ('signer_name', models.CharField(blank=True, max_length=100, verbose_name='signed by')),
                ('signer_post', models.CharField(blank=True, max_length=100, verbose_name='post of the signer')),
                ('signer_authority', models.CharField(blank=True, choices=[('TM.', 'TM. (on behalf of a body)'), ('Q.', 'Q. (acting)'), ('KT.', 'KT. (a deputy for the head)'), ('TL.', 'TL. (by order of the head)'), ('TUQ.', 'TUQ. (by power of attorney)')], max_length=5, verbose_name='right to sign')),
                ('issued_on', models.DateField(help_text='The day on the paper.', null=True, verbose_name='issued on')),
                ('effective_on', models.DateField(blank=True, help_text='Leave it empty when it is the day of issue.', null=True, verbose_name='in force from')),
                ('expires_on', models.DateField(blank=True, help_text='Leave it empty when no end is set.', null=True, verbose_name='last day in force')),
                ('abstract', models.TextField(blank=True, help_text='What it is about, in one or two sentences.', max_length=500, verbose_name='abstract')),
                ('field', models.CharField(choices=[('organisation', 'Organisation of the school'), ('teaching', 'Teaching and learning'), ('upbringing', 'Upbringing and pupils'), ('staff', 'Staff'), ('finance', 'Finance and property'), ('safety', 'Health and safety'), ('admission', 'Admission'), ('portal', 'Portal and digital work'), ('other', 'Other')], default=documents.rules.registering.Field['ORGANISATION'], max_length=20, verbose_name='field of work')),
                ('openness', models.CharField(choices=[('public', 'Public'), ('partly_public', 'Partly public: the text, no files'), ('internal', 'Internal: never on the site')], default=documents.rules.registering.Openness['PUBLIC'], max_length=20, verbose_name='openness')),
                ('for_administration', models.BooleanField(default=False, verbose_name='administration')),
                ('for_teachers', models.BooleanField(default=False, verbose_name='teachers')),
                ('for_class_teachers', models.BooleanField(default=False, verbose_name='class teachers')),
                ('for_pupils', models.BooleanField(default=False, verbose_name='pupils')),
                ('for_parents', models.BooleanField(default=False, verbose_name='parents')),
                ('text', models.TextField(blank=True, help_text='Copied from the signed paper, a line for each heading and clause, numbers as they stand. The portal reads the articles and clauses from it and says what looks wrong.', max_length=1500000, verbose_name='text of the document')),
                ('tree', models.JSONField(blank=True, default=dict, editable=False)),
                ('files', core.models.fields.BodyField([], blank=True, verbose_name='files')),
                ('legal_basis', core.models.fields.BodyField([], blank=True, verbose_name='legal basis')),
                ('relations', core.models.fields.BodyField([], blank=True, verbose_name='links to other documents')),
                ('approvals', core.models.fields.BodyField([], blank=True, verbose_name='block of approvals')),
                ('certificate_number', models.CharField(blank=True, max_length=60, verbose_name='certificate')),
                ('certificate_owner', models.CharField(blank=True, max_length=150, verbose_name='owner of the certificate')),
                ('certificate_from', models.DateField(blank=True, null=True, verbose_name='certificate valid from')),
                ('certificate_to', models.DateField(blank=True, null=True, verbose_name='certificate valid to')),
                ('override', models.CharField(blank=True, choices=[('in_force', 'In force'), ('partly', 'Partly in force'), ('not_yet', 'Not yet in force'), ('expired', 'No longer in force'), ('suspended', 'Suspended')], help_text='Leave it empty: then the dates and the links to other documents tell.', max_length=20, verbose_name='validity, if it differs')),
                ('override_reason', models.CharField(blank=True, max_length=300, verbose_name='why it differs')),
                ('is_board_regulation', models.BooleanField(default=False, help_text="The board's messages name its clauses and lead to them.", verbose_name='the regulation of this portal')),
                ('unit', models.ForeignKey(blank=True, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='school.unit', verbose_name='unit')),
            ],
            options={
                'verbose_name': 'document',
                'verbose_name_plural': 'documents',
            },
            bases=('wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='DocumentLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('replaces', 'Replaces'), ('amends', 'Amends'), ('repeals', 'Repeals'), ('annex_of', 'Is annexed to'), ('relates_to', 'Relates to')], max_length=20)),
                ('clauses', models.CharField(blank=True, max_length=200)),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links_out', to='documents.officialdocumentpage')),
                ('target', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links_in', to='documents.officialdocumentpage')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='ClauseText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('anchor', models.CharField(max_length=200)),
                ('label', models.CharField(max_length=200)),
                ('heading', models.CharField(blank=True, max_length=300)),
                ('text', models.TextField(blank=True)),
                ('words', models.TextField()),
                ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='clauses', to='documents.officialdocumentpage')),
            ],
            options={
                'ordering': ['page', 'position'],
                'constraints': [models.UniqueConstraint(fields=('page', 'anchor'), name='one_clause_per_anchor')],
            },
        ),
    ]
