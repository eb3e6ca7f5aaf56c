<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU">
<context>
    <name>ColorNames</name>
    <message>
        <source>%1 %2 %</source>
        <translation>%1 %2 %</translation>
    </message>
</context>
<context>
    <name>CompareActions</name>
    <message>
        <source>Tile %1</source>
        <translation>Плитка %1</translation>
    </message>
    <message>
        <source>Choose tile %1</source>
        <translation>Выбрать плитку %1</translation>
    </message>
    <message>
        <source>A/B wipe</source>
        <translation>Шторка A/B</translation>
    </message>
    <message>
        <source>Two tiles on one place, with a line between them to move</source>
        <translation>Две плитки на одном месте и подвижная граница между ними</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Различие</translation>
    </message>
    <message>
        <source>Where two tiles differ, and by how much</source>
        <translation>Где две плитки различаются и насколько</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Обменять</translation>
    </message>
    <message>
        <source>Let the two tiles change places</source>
        <translation>Поменять две плитки местами</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Закрепить</translation>
    </message>
    <message>
        <source>Keep this tile&apos;s zoom and place while the others move</source>
        <translation>Не менять масштаб и место этой плитки, когда двигаются другие</translation>
    </message>
    <message>
        <source>Zoom synced</source>
        <translation>Общий масштаб</translation>
    </message>
    <message>
        <source>All tiles zoom and move together</source>
        <translation>Масштаб и сдвиг общие для всех плиток</translation>
    </message>
    <message>
        <source>Fit or pixels</source>
        <translation>Вся или пиксели</translation>
    </message>
    <message>
        <source>The whole tile, or a pixel of it on a pixel of the screen</source>
        <translation>Вся плитка или пиксель плитки на пиксель экрана</translation>
    </message>
    <message>
        <source>1:1</source>
        <translation>1:1</translation>
    </message>
    <message>
        <source>A millimetre of the tile is a millimetre on the screen</source>
        <translation>Миллиметр плитки равен миллиметру на экране</translation>
    </message>
    <message>
        <source>3 × 3</source>
        <translation>3 × 3</translation>
    </message>
    <message>
        <source>Each tile with its eight neighbours, to judge the seam</source>
        <translation>Каждая плитка с восемью соседями, чтобы оценить шов</translation>
    </message>
    <message>
        <source>Seam</source>
        <translation>Шов</translation>
    </message>
    <message>
        <source>Thin lines where the repeats meet</source>
        <translation>Тонкие линии на стыках повторов</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Take this tile out of the comparison</source>
        <translation>Убрать эту плитку из сравнения</translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>Оставить эту</translation>
    </message>
    <message>
        <source>Pick this tile</source>
        <translation>Отметить эту плитку</translation>
    </message>
    <message>
        <source>Reject others</source>
        <translation>Отклонить другие</translation>
    </message>
    <message>
        <source>Reject all tiles here but this one</source>
        <translation>Отклонить здесь все плитки, кроме этой</translation>
    </message>
</context>
<context>
    <name>ComparePanel</name>
    <message>
        <source>What differs</source>
        <translation>Что различается</translation>
    </message>
</context>
<context>
    <name>ComparedSettings</name>
    <message>
        <source>Mix</source>
        <translation>Смесь</translation>
    </message>
    <message>
        <source>mix</source>
        <translation>смесь</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Order of colours</source>
        <translation>Порядок цветов</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Узор</translation>
    </message>
    <message>
        <source>pattern</source>
        <translation>узор</translation>
    </message>
    <message>
        <source>Pattern size</source>
        <translation>Шаг узора</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 мм</translation>
    </message>
    <message>
        <source>Pattern angle</source>
        <translation>Угол узора</translation>
    </message>
    <message>
        <source>%1°</source>
        <translation>%1°</translation>
    </message>
    <message>
        <source>Further mixes</source>
        <translation>Другие смеси</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Маска</translation>
    </message>
    <message>
        <source>Granules</source>
        <translation>Гранулы</translation>
    </message>
    <message>
        <source>granules %1</source>
        <translation>гранулы: %1</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Масштаб</translation>
    </message>
    <message>
        <source>%1 mm per pixel</source>
        <translation>%1 мм на пиксель</translation>
    </message>
    <message>
        <source>Own colours</source>
        <translation>Свои цвета</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>model</source>
        <translation>модель</translation>
    </message>
    <message>
        <source>Model file</source>
        <translation>Файл модели</translation>
    </message>
    <message>
        <source>LoRA</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>Embeddings</source>
        <translation>Эмбеддинги</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Шаги</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>шаги: %1</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Шкала CFG</translation>
    </message>
    <message>
        <source>guidance %1</source>
        <translation>шкала CFG %1</translation>
    </message>
    <message>
        <source>Guidance rescale</source>
        <translation>Коррекция CFG</translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation>Сэмплер</translation>
    </message>
    <message>
        <source>Guided</source>
        <translation>Опора</translation>
    </message>
    <message>
        <source>guided %1</source>
        <translation>опора %1</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Раскладка</translation>
    </message>
    <message>
        <source>Colour back</source>
        <translation>Подкраска</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Допуск</translation>
    </message>
    <message>
        <source>Attempts at most</source>
        <translation>Попыток не больше</translation>
    </message>
    <message>
        <source>Attempts made</source>
        <translation>Сделано попыток</translation>
    </message>
    <message>
        <source>CLIP skip</source>
        <translation>CLIP skip</translation>
    </message>
    <message>
        <source>Seamless</source>
        <translation>Без швов</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Промпт</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>Негативный промпт</translation>
    </message>
    <message>
        <source>Device asked</source>
        <translation>Заданное устройство</translation>
    </message>
    <message>
        <source>Precision asked</source>
        <translation>Заданная точность</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Устройство</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Движок</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версия</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Черновик</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Сид</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>сид %1</translation>
    </message>
    <message>
        <source>Variation</source>
        <translation>Вариация</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1, сид %2</translation>
    </message>
</context>
<context>
    <name>Fidelity</name>
    <message>
        <source>True to the mix: %1 points off on average</source>
        <translation>Верна смеси: в среднем отклонение %1 п. п.</translation>
    </message>
    <message>
        <source>Close to the mix: %1 points off on average</source>
        <translation>Близка к смеси: в среднем отклонение %1 п. п.</translation>
    </message>
    <message>
        <source>Off the mix: %1 points off on average</source>
        <translation>Расходится со смесью: в среднем отклонение %1 п. п.</translation>
    </message>
</context>
<context>
    <name>GroupTitle</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Without a mix</source>
        <translation>Без смеси</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>1 star</source>
        <translation>1 звезда</translation>
    </message>
    <message numerus="yes">
        <source>%n stars</source>
        <translation>
            <numerusform>%n звезда</numerusform>
            <numerusform>%n звезды</numerusform>
            <numerusform>%n звёзд</numerusform>
        </translation>
    </message>
    <message>
        <source>picked</source>
        <translation>отмечена</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>отклонена</translation>
    </message>
    <message>
        <source>red</source>
        <translation>красная</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>жёлтая</translation>
    </message>
    <message>
        <source>green</source>
        <translation>зелёная</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>синяя</translation>
    </message>
</context>
<context>
    <name>PatternNames</name>
    <message>
        <source>Speckle</source>
        <translation>Крапинки</translation>
    </message>
    <message>
        <source>Flecks</source>
        <translation>Пятна</translation>
    </message>
    <message>
        <source>Stripes</source>
        <translation>Полосы</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Клетки</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Сетка</translation>
    </message>
    <message>
        <source>Linear gradient</source>
        <translation>Линейный переход</translation>
    </message>
    <message>
        <source>Radial gradient</source>
        <translation>Круговой переход</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Маска</translation>
    </message>
    <message>
        <source>Every granule on its own</source>
        <translation>Каждая гранула сама по себе</translation>
    </message>
    <message>
        <source>Granules of one colour lie together in flecks</source>
        <translation>Гранулы одного цвета лежат вместе, пятнами</translation>
    </message>
    <message>
        <source>The colours of the mix in stripes, or stripes of several mixes</source>
        <translation>Цвета смеси полосами или полосы из нескольких смесей</translation>
    </message>
    <message>
        <source>The colours of the mix in squares, or squares of several mixes</source>
        <translation>Цвета смеси клетками или клетки из нескольких смесей</translation>
    </message>
    <message>
        <source>Squares and the joints between them; the last one fills the joints</source>
        <translation>Квадраты и швы между ними; последняя смесь или цвет заполняет швы</translation>
    </message>
    <message>
        <source>From mix A over to mix B</source>
        <translation>От смеси A к смеси B</translation>
    </message>
    <message>
        <source>Mix A in the middle, mix B in the corners</source>
        <translation>Смесь A в середине, смесь B по углам</translation>
    </message>
    <message>
        <source>The regions of a picture of flat colours, from dark to light, with a mix each</source>
        <translation>Области рисунка из ровных цветов, от тёмной к светлой, каждая со своей смесью</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 мм</translation>
    </message>
    <message>
        <source>%1°</source>
        <translation>%1°</translation>
    </message>
</context>
<context>
    <name>PictureFilter</name>
    <message>
        <source>Pictures (%1)</source>
        <translation>Изображения (%1)</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>Все файлы (%1)</translation>
    </message>
</context>
<context>
    <name>QueryExamples</name>
    <message>
        <source>red 40-60</source>
        <translation>красный 40-60</translation>
    </message>
    <message>
        <source>40 to 60 % red</source>
        <translation>от 40 до 60 % красного</translation>
    </message>
    <message>
        <source>red &gt; 30</source>
        <translation>красный &gt; 30</translation>
    </message>
    <message>
        <source>more than 30 % red</source>
        <translation>больше 30 % красного</translation>
    </message>
    <message>
        <source>red 40+</source>
        <translation>красный 40+</translation>
    </message>
    <message>
        <source>40 % red or more</source>
        <translation>40 % красного или больше</translation>
    </message>
    <message>
        <source>no black</source>
        <translation>без чёрного</translation>
    </message>
    <message>
        <source>not a granule of black</source>
        <translation>ни одной чёрной гранулы</translation>
    </message>
    <message>
        <source>rating 3+</source>
        <translation>рейтинг 3+</translation>
    </message>
    <message>
        <source>three stars and up; ★★★ does it, too</source>
        <translation>три звезды и выше; можно и ★★★</translation>
    </message>
    <message>
        <source>picked</source>
        <translation>отмеченные</translation>
    </message>
    <message>
        <source>also: rejected, unflagged, not rejected</source>
        <translation>также: отклонённые, неотмеченные, без отклонённых</translation>
    </message>
    <message>
        <source>label green</source>
        <translation>метка зелёная</translation>
    </message>
    <message>
        <source>red, yellow, green, blue; no label</source>
        <translation>красная, жёлтая, зелёная, синяя; без метки</translation>
    </message>
    <message>
        <source>within 2 points</source>
        <translation>в пределах 2 пунктов</translation>
    </message>
    <message>
        <source>measured so near to the mix</source>
        <translation>измерены настолько близкими к смеси</translation>
    </message>
    <message>
        <source>seed 1704233</source>
        <translation>сид 1704233</translation>
    </message>
    <message>
        <source>made with this seed</source>
        <translation>созданы с этим сидом</translation>
    </message>
    <message>
        <source>model starter</source>
        <translation>модель starter</translation>
    </message>
    <message>
        <source>made by this model</source>
        <translation>созданы этой моделью</translation>
    </message>
    <message>
        <source>since 2026-05-01</source>
        <translation>с 2026-05-01</translation>
    </message>
    <message>
        <source>also: until, today, this week, 2026-05</source>
        <translation>также: по, сегодня, на этой неделе, 2026-05</translation>
    </message>
    <message>
        <source>best first</source>
        <translation>сначала лучшие</translation>
    </message>
    <message>
        <source>also: newest, oldest, truest first</source>
        <translation>также: сначала новые, старые, точные</translation>
    </message>
    <message>
        <source>&quot;rubber tile&quot;</source>
        <translation>&quot;rubber tile&quot;</translation>
    </message>
    <message>
        <source>text as it is; other words need no quotes</source>
        <translation>текст как есть; другим словам кавычки не нужны</translation>
    </message>
</context>
<context>
    <name>QueryNotes</name>
    <message>
        <source>%1: ratings go from 0 to 5, as in rating 3+</source>
        <translation>%1: рейтинг бывает от 0 до 5, например рейтинг 3+</translation>
    </message>
    <message>
        <source>%1: a seed is a whole number, as in seed 1704233</source>
        <translation>%1: сид — целое число, например сид 1704233</translation>
    </message>
    <message>
        <source>%1: labels are red, yellow, green and blue</source>
        <translation>%1: метки бывают красная, жёлтая, зелёная и синяя</translation>
    </message>
    <message>
        <source>%1: write a day as in since 2026-05-01</source>
        <translation>%1: укажите день, например с 2026-05-01</translation>
    </message>
    <message>
        <source>%1: write a number, as in within 2 points</source>
        <translation>%1: укажите число, например в пределах 2 пунктов</translation>
    </message>
    <message>
        <source>%1: the name of a model is missing</source>
        <translation>%1: не указано название модели</translation>
    </message>
    <message>
        <source>%1: write a mix in quotes, as in mix &quot;50% red, 50% black&quot;</source>
        <translation>%1: пишите смесь в кавычках, например смесь &quot;50% red, 50% black&quot;</translation>
    </message>
    <message>
        <source>%1: shares go from 0 to 100 %</source>
        <translation>%1: доли бывают от 0 до 100 %</translation>
    </message>
    <message>
        <source>%1: no such colour; the nearest are %2. Looked for in the texts.</source>
        <translation>%1: такого цвета нет; ближайшие: %2. Поиск идёт по текстам.</translation>
    </message>
</context>
<context>
    <name>RerunCheck</name>
    <message>
        <source>made on %1 then, on %2 now</source>
        <translation>тогда устройство %1, теперь %2</translation>
    </message>
    <message>
        <source>computed in %1 then, in %2 now</source>
        <translation>тогда точность %1, теперь %2</translation>
    </message>
    <message>
        <source>version %1 of the program then, %2 now</source>
        <translation>тогда версия программы %1, теперь %2</translation>
    </message>
    <message>
        <source>engine %1 then, %2 now</source>
        <translation>тогда движок %1, теперь %2</translation>
    </message>
    <message>
        <source>model %1 then, %2 now</source>
        <translation>тогда модель %1, теперь %2</translation>
    </message>
</context>
<context>
    <name>SettingNames</name>
    <message>
        <source>No</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Sideways</source>
        <translation>По горизонтали</translation>
    </message>
    <message>
        <source>Up and down</source>
        <translation>По вертикали</translation>
    </message>
    <message>
        <source>Both ways</source>
        <translation>По всем краям</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::AdapterRows</name>
    <message>
        <source>None. A LoRA teaches the model your tiles.</source>
        <translation>Нет. LoRA учит модель вашим плиткам.</translation>
    </message>
    <message>
        <source>None. It comes with some LoRAs, as a second file.</source>
        <translation>Нет. Прилагается к некоторым LoRA вторым файлом.</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Добавить…</translation>
    </message>
    <message>
        <source>LoRA</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>Add a LoRA</source>
        <translation>Добавить LoRA</translation>
    </message>
    <message>
        <source>Textual inversion</source>
        <translation>Текстовая инверсия</translation>
    </message>
    <message>
        <source>Add a textual inversion</source>
        <translation>Добавить текстовую инверсию</translation>
    </message>
    <message>
        <source>Adapters (*.safetensors);;All files (*)</source>
        <translation>Адаптеры (*.safetensors);;Все файлы (*)</translation>
    </message>
    <message>
        <source>Scale of the LoRA %1</source>
        <translation>Вес LoRA %1</translation>
    </message>
    <message>
        <source>Remove the LoRA %1</source>
        <translation>Убрать LoRA %1</translation>
    </message>
    <message>
        <source>Tokens of %1</source>
        <translation>Токены %1</translation>
    </message>
    <message>
        <source>&lt;s0&gt; &lt;s1&gt; …</source>
        <translation>&lt;s0&gt; &lt;s1&gt; …</translation>
    </message>
    <message>
        <source>Words of the prompt that stand for its vectors, with blanks between; empty: &lt;s0&gt;, &lt;s1&gt; and so on</source>
        <translation>Слова промпта, обозначающие её векторы, через пробел; пусто: &lt;s0&gt;, &lt;s1&gt; и так далее</translation>
    </message>
    <message>
        <source>Remove the textual inversion %1</source>
        <translation>Убрать текстовую инверсию %1</translation>
    </message>
    <message>
        <source>%1 of %2 modules fit · rank %3 · %4</source>
        <translation>Подходят модули: %1 из %2 · ранг %3 · %4</translation>
    </message>
    <message>
        <source>trained on another model</source>
        <translation>обучена на другой модели</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Without effect:</source>
        <translation>Не действуют:</translation>
    </message>
    <message numerus="yes">
        <source>%n vectors</source>
        <translation>
            <numerusform>%n вектор</numerusform>
            <numerusform>%n вектора</numerusform>
            <numerusform>%n векторов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilewright::ui::Canvas</name>
    <message>
        <source>1:1</source>
        <translation>1:1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::ColorDialog</name>
    <message>
        <source>A colour of your own</source>
        <translation>Свой цвет</translation>
    </message>
    <message>
        <source>Edit the colour</source>
        <translation>Изменить цвет</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>sea green</source>
        <translation>sea green</translation>
    </message>
    <message>
        <source>Russian name</source>
        <translation>Русское название</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>RH31</source>
        <translation>RH31</translation>
    </message>
    <message>
        <source>Colour on the screen, as in #d25144</source>
        <translation>Цвет на экране, например #d25144</translation>
    </message>
    <message>
        <source>Lightness L</source>
        <translation>Светлота L</translation>
    </message>
    <message>
        <source>Lab a: green to red</source>
        <translation>Lab a: от зелёного к красному</translation>
    </message>
    <message>
        <source>Lab b: blue to yellow</source>
        <translation>Lab b: от синего к жёлтому</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Выбрать…</translation>
    </message>
    <message>
        <source>Choose by eye, or from the screen</source>
        <translation>Выбрать на глаз или с экрана</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Name, as the prompt will call it</source>
        <translation>Название, как в промпте</translation>
    </message>
    <message>
        <source>On the screen</source>
        <translation>На экране</translation>
    </message>
    <message>
        <source>Measured L</source>
        <translation>Измеренная L</translation>
    </message>
    <message>
        <source>a</source>
        <translation>a</translation>
    </message>
    <message>
        <source>b</source>
        <translation>b</translation>
    </message>
    <message>
        <source>Choose a colour</source>
        <translation>Выбор цвета</translation>
    </message>
    <message>
        <source>Give the colour a name.</source>
        <translation>Дайте цвету название.</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::ColorSwatches</name>
    <message>
        <source>Colours to look for</source>
        <translation>Цвета для поиска</translation>
    </message>
    <message>
        <source>%1, chosen</source>
        <translation>%1, выбран</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::ComparePane</name>
    <message>
        <source>Keep this tile&apos;s zoom and place while the others move (L)</source>
        <translation>Сохранять масштаб и место этой плитки, пока двигаются остальные (L)</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Закрепить</translation>
    </message>
    <message>
        <source>Take this tile out of the comparison (Backspace)</source>
        <translation>Убрать эту плитку из сравнения (Backspace)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Загрузка…</translation>
    </message>
    <message>
        <source>%1: seed %2</source>
        <translation>%1: сид %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 points off</source>
        <translation>отклонение %1 п. п.</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Оставлена</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Отклонена</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::ComparePanel</name>
    <message>
        <source>What differs</source>
        <translation>Что отличается</translation>
    </message>
    <message>
        <source>Nothing: all were made alike.</source>
        <translation>Ничего: все созданы одинаково.</translation>
    </message>
    <message>
        <source>This tile was not measured.</source>
        <translation>Эта плитка не измерена.</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>%1 up</source>
        <translation>По %1</translation>
    </message>
    <message>
        <source>Up to %1 tiles at once</source>
        <translation>До %1 плиток сразу</translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation>Плитки</translation>
    </message>
    <message>
        <source>Tile %1</source>
        <translation>Плитка %1</translation>
    </message>
    <message>
        <source>Compare this tile with the one chosen before</source>
        <translation>Сравнить эту плитку с выбранной до неё</translation>
    </message>
    <message>
        <source>Asked and measured, %1</source>
        <translation>Задано и измерено, %1</translation>
    </message>
    <message>
        <source>Zoom synced</source>
        <translation>Общий масштаб</translation>
    </message>
    <message>
        <source>Zoom synced, %1</source>
        <translation>Общий масштаб, %1</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::CompareView</name>
    <message>
        <source>Select two to six tiles in the gallery and press C</source>
        <translation>Выберите в галерее от двух до шести плиток и нажмите C</translation>
    </message>
    <message>
        <source>Difference of %1 and %2</source>
        <translation>Отличие плиток %1 и %2</translation>
    </message>
    <message>
        <source>Difference: computing…</source>
        <translation>Отличие: вычисляется…</translation>
    </message>
    <message>
        <source>Six tiles can be compared at once; the first six of %1 are shown.</source>
        <translation>Сравнить можно не больше шести плиток сразу; показаны первые шесть из %1.</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::DateFilter</name>
    <message>
        <source>From day</source>
        <translation>С какого дня</translation>
    </message>
    <message>
        <source>To day</source>
        <translation>По какой день</translation>
    </message>
    <message>
        <source>Any</source>
        <comment>date</comment>
        <translation>Когда угодно</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>На этой неделе</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>В этом месяце</translation>
    </message>
    <message>
        <source>From – to</source>
        <translation>С – по</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Создана</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::DesktopNotifier</name>
    <message>
        <source>Tiles are ready</source>
        <translation>Плитки готовы</translation>
    </message>
    <message numerus="yes">
        <source>%n tiles were made.</source>
        <translation>
            <numerusform>Создана %n плитка.</numerusform>
            <numerusform>Созданы %n плитки.</numerusform>
            <numerusform>Создано %n плиток.</numerusform>
        </translation>
    </message>
    <message>
        <source>No tile was made</source>
        <translation>Ни одной плитки не создано</translation>
    </message>
    <message>
        <source>Not all tiles were made</source>
        <translation>Созданы не все плитки</translation>
    </message>
    <message>
        <source>%1 were made, %2 were not: %3</source>
        <translation>Создано %1, не создано %2: %3</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::DeviceChooser</name>
    <message>
        <source>Device</source>
        <translation>Устройство</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Точность</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>Работает на</translation>
    </message>
    <message>
        <source>Automatic: %1</source>
        <translation>Авто: %1</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Авто</translation>
    </message>
    <message>
        <source>%1 (not there)</source>
        <translation>%1 (недоступно)</translation>
    </message>
    <message>
        <source>This device is not there now. Choose another one, or Automatic.</source>
        <translation>Это устройство сейчас недоступно. Выберите другое или «Авто».</translation>
    </message>
    <message>
        <source>Takes about %1: %2 of weights and %3 for a picture of %4 × %5.</source>
        <translation>Займёт около %1: %2 — веса, %3 — изображение %4 × %5.</translation>
    </message>
    <message>
        <source>Only %1 are free: close other programs, or choose a smaller size or a shorter precision.</source>
        <translation>Свободно только %1: закройте другие программы, выберите меньший размер или меньшую точность.</translation>
    </message>
    <message>
        <source>%1 are free.</source>
        <translation>Свободно %1.</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::DifferenceControls</name>
    <message>
        <source>ΔE 2000</source>
        <translation>ΔE 2000</translation>
    </message>
    <message>
        <source>sRGB</source>
        <translation>sRGB</translation>
    </message>
    <message>
        <source>As a person sees it: a difference of 1 is just seen</source>
        <translation>Как видит человек: отличие 1 едва заметно</translation>
    </message>
    <message>
        <source>The numbers of the picture: the largest difference of red, green and blue, up to 255</source>
        <translation>Числа изображения: наибольшее отличие красного, зелёного и синего, до 255</translation>
    </message>
    <message>
        <source>Gain of the difference</source>
        <translation>Усиление отличий</translation>
    </message>
    <message>
        <source>Make small differences visible</source>
        <translation>Сделать видимыми малые отличия</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Усиление</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>равны</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Отличие</translation>
    </message>
    <message>
        <source>×%1</source>
        <translation>×%1</translation>
    </message>
    <message>
        <source>ΔE %1 and more</source>
        <translation>ΔE %1 и больше</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>%1 и больше</translation>
    </message>
    <message>
        <source>%1 on average, %2 at most</source>
        <translation>в среднем %1, самое большее %2</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Вычисляется…</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::DifferenceTable</name>
    <message>
        <source>Same: %1</source>
        <translation>Одинаково: %1</translation>
    </message>
    <message>
        <source>%1 of tile %2: %3</source>
        <translation>%1 плитки %2: %3</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::FidelityView</name>
    <message>
        <source>By the looks of the colours: %1 points</source>
        <translation>По виду цветов: %1 п. п.</translation>
    </message>
    <message>
        <source>By the nearest colour: %1 points</source>
        <translation>По ближайшему цвету: %1 п. п.</translation>
    </message>
    <message>
        <source>Granule by granule: %1 points</source>
        <translation>По каждой грануле: %1 п. п.</translation>
    </message>
    <message>
        <source>%1 % is not in the palette</source>
        <translation>%1 % вне палитры</translation>
    </message>
    <message>
        <source>Part of the picture that looks like none of the colours of the mix</source>
        <translation>Часть изображения, не похожая ни на один цвет смеси</translation>
    </message>
    <message>
        <source>%1 % of the area kept its colour</source>
        <translation>%1 % площади сохранили свой цвет</translation>
    </message>
    <message>
        <source>Granules that have the colour which the mix gave them, by their area</source>
        <translation>Гранулы того цвета, который дала им смесь, по их площади</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1: asked %2 %, measured %3 %</source>
        <translation>%1: задано %2 %, измерено %3 %</translation>
    </message>
    <message>
        <source>%1: measured %2 %</source>
        <translation>%1: измерено %2 %</translation>
    </message>
    <message>
        <source>colour difference ΔE %1</source>
        <translation>цветовое отличие ΔE %1</translation>
    </message>
    <message>
        <source>ΔE %1</source>
        <translation>ΔE %1</translation>
    </message>
    <message>
        <source>How far the colour itself is from the palette&apos;s (CIEDE2000): below 2 is hard to see, above 5 is plain</source>
        <translation>Насколько сам цвет отличается от цвета палитры (CIEDE2000): меньше 2 почти незаметно, больше 5 очевидно</translation>
    </message>
    <message>
        <source>Thin bar: asked, thick bar: measured</source>
        <translation>Тонкая полоса: задано, толстая: измерено</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::FilterPanel</name>
    <message>
        <source>Colours</source>
        <translation>Цвета</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Отметки</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Порядок</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Сначала новые</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Сначала старые</translation>
    </message>
    <message>
        <source>Best rated first</source>
        <translation>Сначала лучшие</translation>
    </message>
    <message>
        <source>Truest first</source>
        <translation>Сначала верные</translation>
    </message>
    <message>
        <source>Closest in colour to the mix</source>
        <translation>Ближе к смеси по цвету</translation>
    </message>
    <message>
        <source>Closest in shares to the mix</source>
        <translation>Ближе к смеси по долям</translation>
    </message>
    <message>
        <source>Group by mix</source>
        <translation>Группы по смесям</translation>
    </message>
    <message>
        <source>All seeds of a mix together</source>
        <translation>Все сиды одной смеси вместе</translation>
    </message>
    <message>
        <source>Hide rejected</source>
        <translation>Скрыть отклонённые</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Сбросить</translation>
    </message>
    <message>
        <source>Show all tiles, newest first</source>
        <translation>Показать все плитки, сначала новые</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Флажок</translation>
    </message>
    <message>
        <source>Any</source>
        <comment>flag</comment>
        <translation>Любой</translation>
    </message>
    <message>
        <source>Picked</source>
        <translation>Отобранные</translation>
    </message>
    <message>
        <source>Without a flag</source>
        <translation>Без флажка</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Отклонённые</translation>
    </message>
    <message>
        <source>Fidelity</source>
        <translation>Верность</translation>
    </message>
    <message>
        <source>How far the measured shares are off the mix on average</source>
        <translation>Насколько измеренные доли в среднем отклоняются от смеси</translation>
    </message>
    <message>
        <source>Any</source>
        <comment>fidelity</comment>
        <translation>Любая</translation>
    </message>
    <message>
        <source>Within %1 points</source>
        <translation>До %1 п. п.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>Any</source>
        <comment>model</comment>
        <translation>Любая</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Рецепт</translation>
    </message>
    <message>
        <source>Any</source>
        <comment>recipe</comment>
        <translation>Любой</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Создана</translation>
    </message>
    <message>
        <source>Save search</source>
        <translation>Сохранить поиск</translation>
    </message>
    <message>
        <source>Name of the search</source>
        <translation>Название поиска</translation>
    </message>
    <message>
        <source>any</source>
        <comment>rating</comment>
        <translation>любая</translation>
    </message>
    <message>
        <source>and up</source>
        <comment>after stars</comment>
        <translation>и выше</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::Gallery</name>
    <message>
        <source>Clear the filter</source>
        <translation>Сбросить фильтр</translation>
    </message>
    <message>
        <source>Size of the pictures</source>
        <translation>Размер изображений</translation>
    </message>
    <message>
        <source>Size of the pictures; also Ctrl and the wheel</source>
        <translation>Размер изображений; также Ctrl и колесо мыши</translation>
    </message>
    <message>
        <source>1 tile deleted</source>
        <translation>Удалена 1 плитка</translation>
    </message>
    <message numerus="yes">
        <source>%n tiles deleted</source>
        <translation>
            <numerusform>Удалена %n плитка</numerusform>
            <numerusform>Удалены %n плитки</numerusform>
            <numerusform>Удалено %n плиток</numerusform>
        </translation>
    </message>
    <message>
        <source>A deleted tile is left from the last time.</source>
        <translation>С прошлого раза осталась удалённая плитка.</translation>
    </message>
    <message numerus="yes">
        <source>%n deleted tiles are left from the last time.</source>
        <translation>
            <numerusform>С прошлого раза осталась %n удалённая плитка.</numerusform>
            <numerusform>С прошлого раза остались %n удалённые плитки.</numerusform>
            <numerusform>С прошлого раза осталось %n удалённых плиток.</numerusform>
        </translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>В корзину</translation>
    </message>
    <message>
        <source>Looking through the folder: %1 of %2</source>
        <translation>Просмотр папки: %1 из %2</translation>
    </message>
    <message>
        <source>The file of this tile is not where it was: %1. Put it back, or take the tile out of the library with Del.</source>
        <translation>Файла этой плитки нет на прежнем месте: %1. Верните его или уберите плитку из библиотеки клавишей Del.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>1 tile</source>
        <translation>1 плитка</translation>
    </message>
    <message numerus="yes">
        <source>%n tiles</source>
        <translation>
            <numerusform>%n плитка</numerusform>
            <numerusform>%n плитки</numerusform>
            <numerusform>%n плиток</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n selected</source>
        <translation>
            <numerusform>%1, выбрана %n</numerusform>
            <numerusform>%1, выбраны %n</numerusform>
            <numerusform>%1, выбрано %n</numerusform>
        </translation>
    </message>
    <message>
        <source>No tile is like that</source>
        <translation>Таких плиток нет</translation>
    </message>
    <message>
        <source>No tiles yet</source>
        <translation>Плиток ещё нет</translation>
    </message>
    <message>
        <source>Take a condition away, or clear the filter to see all tiles.</source>
        <translation>Уберите одно из условий или сбросьте фильтр, чтобы увидеть все плитки.</translation>
    </message>
    <message>
        <source>Press M, dial a mix, and make a tile of it with Ctrl+Enter.</source>
        <translation>Нажмите M, наберите смесь и создайте из неё плитку: Ctrl+Enter.</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::GalleryView</name>
    <message>
        <source>Tiles of the library</source>
        <translation>Плитки библиотеки</translation>
    </message>
    <message>
        <source>1 seed</source>
        <translation>1 сид</translation>
    </message>
    <message numerus="yes">
        <source>%n seeds</source>
        <translation>
            <numerusform>%n сид</numerusform>
            <numerusform>%n сида</numerusform>
            <numerusform>%n сидов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilewright::ui::GuideSettings</name>
    <message>
        <source>More settings</source>
        <translation>Ещё настройки</translation>
    </message>
    <message>
        <source>Keep layout</source>
        <translation>Раскладка</translation>
    </message>
    <message>
        <source>Re-tint</source>
        <translation>Подкраска</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Попытки</translation>
    </message>
    <message>
        <source>Tolerance (points)</source>
        <translation>Допуск (п. п.)</translation>
    </message>
    <message>
        <source>Seamless</source>
        <translation>Без швов</translation>
    </message>
    <message>
        <source>How the guide holds the mix, and where the edges of the tile fit</source>
        <translation>Как опора держит смесь и где стыкуются края плитки</translation>
    </message>
    <message>
        <source>Keep the layout of the preview</source>
        <translation>Держать раскладку эскиза</translation>
    </message>
    <message>
        <source>Re-tint granules that drifted</source>
        <translation>Возвращать цвет изменившимся гранулам</translation>
    </message>
    <message>
        <source>Tolerance in points</source>
        <translation>Допуск в процентных пунктах</translation>
    </message>
    <message>
        <source>Attempts at most</source>
        <translation>Попыток не больше</translation>
    </message>
    <message>
        <source>How firmly granules stay where the preview shows them while the model draws: 0 lets them wander, 1 holds each in its place</source>
        <translation>Насколько твёрдо гранулы остаются там, где их показывает эскиз, пока модель рисует: 0 — свободно, 1 — каждая на своём месте</translation>
    </message>
    <message>
        <source>Granules whose colour drifted get it back, with their texture and gloss: 0 leaves them as the model drew them, 1 corrects them fully</source>
        <translation>Гранулам, чей цвет ушёл, он возвращается вместе с их фактурой и блеском: 0 — оставить как нарисовала модель, 1 — исправить полностью</translation>
    </message>
    <message>
        <source>A tile that misses the mix by more points than this, on average, is made again</source>
        <translation>Плитка, которая в среднем отклоняется от смеси больше, создаётся заново</translation>
    </message>
    <message>
        <source>How often a tile is made at most until it is within the tolerance; the truest one is kept</source>
        <translation>Сколько раз самое большее создавать плитку, пока она не уложится в допуск; остаётся самая верная</translation>
    </message>
    <message>
        <source>Seamless edges</source>
        <translation>Края без швов</translation>
    </message>
    <message>
        <source>Edges that fit each other, so that tiles laid side by side show no seam</source>
        <translation>Края, которые подходят друг к другу, так что между плитками не видно шва</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::InlineField</name>
    <message>
        <source>Cancel (Esc)</source>
        <translation>Отмена (Esc)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::JobMessages</name>
    <message numerus="yes">
        <source>%n tiles were waiting when Tilewright was closed.</source>
        <translation>
            <numerusform>При закрытии Tilewright ожидала %n плитка.</numerusform>
            <numerusform>При закрытии Tilewright ожидали %n плитки.</numerusform>
            <numerusform>При закрытии Tilewright ожидало %n плиток.</numerusform>
        </translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Отбросить</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::KeysDialog</name>
    <message>
        <source>No key</source>
        <translation>Без клавиши</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Сбросить</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Сбросить все</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Search a command or a key</source>
        <translation>Найти команду или клавишу</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Команды и их клавиши</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Новая клавиша</translation>
    </message>
    <message>
        <source>New key:</source>
        <translation>Новая клавиша:</translation>
    </message>
    <message>
        <source>Choose a command to give it another key. Keys of one letter do nothing while you type in a field.</source>
        <translation>Выберите команду, чтобы дать ей другую клавишу. Клавиши из одной буквы не действуют, пока вы печатаете в поле.</translation>
    </message>
    <message>
        <source>%1 belongs to &quot;%2&quot;. Give that command another key first.</source>
        <translation>%1 — клавиша команды «%2». Сначала дайте той команде другую клавишу.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is on %2 now.</source>
        <translation>«%1» теперь на %2.</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::KeysModel</name>
    <message>
        <source>Everywhere</source>
        <translation>Везде</translation>
    </message>
    <message>
        <source>Mix</source>
        <translation>Смесь</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>Галерея</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Сравнение</translation>
    </message>
    <message>
        <source>%1, no key</source>
        <translation>%1, без клавиши</translation>
    </message>
    <message>
        <source>%1, key %2</source>
        <translation>%1, клавиша %2</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::LabelButton</name>
    <message>
        <source>Label: %1 (%2)</source>
        <translation>Метка: %1 (%2)</translation>
    </message>
    <message>
        <source>Label %1</source>
        <translation>Метка: %1</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::LabelFilter</name>
    <message>
        <source>Label: %1</source>
        <translation>Метка: %1</translation>
    </message>
    <message>
        <source>any</source>
        <comment>label</comment>
        <translation>любая</translation>
    </message>
    <message>
        <source>none</source>
        <comment>label</comment>
        <translation>нет</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::LibraryModel</name>
    <message>
        <source>Seed %1</source>
        <translation>Сид %1</translation>
    </message>
    <message>
        <source>label %1</source>
        <translation>метка: %1</translation>
    </message>
    <message>
        <source>%1 points off</source>
        <translation>отклонение %1 п. п.</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>черновик</translation>
    </message>
    <message>
        <source>file missing</source>
        <translation>нет файла</translation>
    </message>
    <message>
        <source>%1 points off the mix</source>
        <translation>отклонение от смеси %1 п. п.</translation>
    </message>
    <message>
        <source>The file is not where it was: %1</source>
        <translation>Файла нет на прежнем месте: %1</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::Loupe</name>
    <message>
        <source>Back to the gallery</source>
        <translation>Назад в галерею</translation>
    </message>
    <message>
        <source>The tile before</source>
        <translation>Предыдущая плитка</translation>
    </message>
    <message>
        <source>The next tile</source>
        <translation>Следующая плитка</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::MarksEditor</name>
    <message>
        <source>Pick (P)</source>
        <translation>Отобрать (P)</translation>
    </message>
    <message>
        <source>Reject (X)</source>
        <translation>Отклонить (X)</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>Show tile &amp;folder</source>
        <translation>Открыть &amp;папку плиток</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>В&amp;ыход</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Повторить</translation>
    </message>
    <message>
        <source>&amp;Even shares</source>
        <translation>Поровну</translation>
    </message>
    <message>
        <source>&amp;Tile</source>
        <translation>П&amp;литка</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>&amp;Создать</translation>
    </message>
    <message>
        <source>&amp;New seed</source>
        <translation>&amp;Новый сид</translation>
    </message>
    <message>
        <source>&amp;Stop after this tile</source>
        <translation>&amp;Остановить после этой плитки</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>О&amp;тмена</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>Show the &amp;preview</source>
        <translation>Показать &amp;эскиз</translation>
    </message>
    <message>
        <source>&amp;Zoom to pixels and back</source>
        <translation>&amp;Точно по пикселям и обратно</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Оформление</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>Как в &amp;системе</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>С&amp;ветлое</translation>
    </message>
    <message>
        <source>D&amp;ark</source>
        <translation>&amp;Тёмное</translation>
    </message>
    <message>
        <source>&amp;Mix from a photo…</source>
        <translation>&amp;Смесь по фотографии…</translation>
    </message>
    <message>
        <source>M&amp;odels…</source>
        <translation>М&amp;одели…</translation>
    </message>
    <message>
        <source>&amp;Copy the mix</source>
        <translation>&amp;Копировать смесь</translation>
    </message>
    <message>
        <source>&amp;Paste a mix</source>
        <translation>&amp;Вставить смесь</translation>
    </message>
    <message>
        <source>&amp;Shuffle the shares</source>
        <translation>&amp;Перемешать доли</translation>
    </message>
    <message>
        <source>S&amp;urprise: other colours</source>
        <translation>С&amp;юрприз: другие цвета</translation>
    </message>
    <message>
        <source>Sa&amp;ve the mix as a recipe…</source>
        <translation>Со&amp;хранить смесь как рецепт…</translation>
    </message>
    <message>
        <source>Mix by &amp;name</source>
        <translation>Смесь по &amp;названиям</translation>
    </message>
    <message>
        <source>&amp;Pause the queue</source>
        <translation>&amp;Приостановить очередь</translation>
    </message>
    <message>
        <source>&amp;Mix</source>
        <translation>&amp;Смесь</translation>
    </message>
    <message>
        <source>&amp;Gallery</source>
        <translation>&amp;Галерея</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>С&amp;равнение</translation>
    </message>
    <message>
        <source>&amp;Life size</source>
        <translation>&amp;Натуральный размер</translation>
    </message>
    <message>
        <source>&amp;Repeat 3 × 3</source>
        <translation>&amp;Повтор 3 × 3</translation>
    </message>
    <message>
        <source>Show where it &amp;meets</source>
        <translation>Показать сты&amp;ки</translation>
    </message>
    <message>
        <source>&amp;Left panel</source>
        <translation>&amp;Левая панель</translation>
    </message>
    <message>
        <source>&amp;Right panel</source>
        <translation>Пр&amp;авая панель</translation>
    </message>
    <message>
        <source>&amp;Strip of seeds</source>
        <translation>Лента с&amp;идов</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>Во в&amp;есь экран</translation>
    </message>
    <message>
        <source>&amp;Keys…</source>
        <translation>Клави&amp;ши…</translation>
    </message>
    <message>
        <source>G&amp;round of the canvas</source>
        <translation>&amp;Фон холста</translation>
    </message>
    <message>
        <source>As the &amp;window</source>
        <translation>Как &amp;окно</translation>
    </message>
    <message>
        <source>&amp;Light grey</source>
        <translation>&amp;Светло-серый</translation>
    </message>
    <message>
        <source>&amp;Neutral grey</source>
        <translation>&amp;Нейтрально-серый</translation>
    </message>
    <message>
        <source>D&amp;ark grey</source>
        <translation>&amp;Тёмно-серый</translation>
    </message>
    <message>
        <source>Pre&amp;views while generating</source>
        <translation>Пре&amp;дпросмотр при создании</translation>
    </message>
    <message>
        <source>After &amp;every step</source>
        <translation>После &amp;каждого шага</translation>
    </message>
    <message>
        <source>After every &amp;fifth step</source>
        <translation>После каждого &amp;пятого шага</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>&amp;Нет</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::MessageBar</name>
    <message>
        <source>Copy details</source>
        <translation>Копировать подробности</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Скрыть</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>Скрыть сообщение</translation>
    </message>
    <message>
        <source>Failure: %1</source>
        <translation>Ошибка: %1</translation>
    </message>
    <message>
        <source>Notice: %1</source>
        <translation>Сообщение: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n times: %1</source>
        <translation>
            <numerusform>%n раз подряд: %1</numerusform>
            <numerusform>%n раза подряд: %1</numerusform>
            <numerusform>%n раз подряд: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilewright::ui::MixByName</name>
    <message>
        <source>Mix by name: 60% granite, 40% red</source>
        <translation>Смесь по названиям: 60% granite, 40% красный</translation>
    </message>
    <message>
        <source>Mix by the names of recipes and colours</source>
        <translation>Смесь по названиям рецептов и цветов</translation>
    </message>
    <message>
        <source>Recipes may stand beside colours: “60% granite, 40% red”. Two names put together, “granite + ember”, are equal parts of each. Enter takes the mix.</source>
        <translation>Рецепты могут стоять рядом с цветами: «60% granite, 40% красный». Два названия вместе, «granite + ember», — это равные части каждого. Enter берёт смесь.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a recipe: its mix</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::MixEditor</name>
    <message>
        <source>share of %1</source>
        <translation>изменение доли «%1»</translation>
    </message>
    <message>
        <source>lock %1</source>
        <translation>закрепление доли «%1»</translation>
    </message>
    <message>
        <source>unlock %1</source>
        <translation>открепление доли «%1»</translation>
    </message>
    <message>
        <source>add %1</source>
        <translation>добавление цвета «%1»</translation>
    </message>
    <message>
        <source>remove %1</source>
        <translation>удаление цвета «%1»</translation>
    </message>
    <message>
        <source>even shares</source>
        <translation>выравнивание долей</translation>
    </message>
    <message>
        <source>“%1” does not give one part for each of the %2 colours. Write them in the order of the list, as in 5:3:2.</source>
        <translation>«%1» не задаёт по одной части для каждого цвета, а их %2. Напишите части в порядке списка, например 5:3:2.</translation>
    </message>
    <message>
        <source>parts %1</source>
        <translation>ввод частей %1</translation>
    </message>
    <message>
        <source>another mix</source>
        <translation>замену смеси</translation>
    </message>
    <message>
        <source>mix from a photo</source>
        <translation>смесь по фотографии</translation>
    </message>
    <message>
        <source>pattern</source>
        <translation>узор</translation>
    </message>
    <message>
        <source>size of the pattern</source>
        <translation>размер узора</translation>
    </message>
    <message>
        <source>angle of the pattern</source>
        <translation>угол узора</translation>
    </message>
    <message>
        <source>mask</source>
        <translation>маска</translation>
    </message>
    <message>
        <source>size of the granules</source>
        <translation>размер гранул</translation>
    </message>
    <message>
        <source>one more mix</source>
        <translation>ещё одна смесь</translation>
    </message>
    <message>
        <source>one mix less</source>
        <translation>одной смесью меньше</translation>
    </message>
    <message>
        <source>even share of %1</source>
        <translation>среднюю долю «%1»</translation>
    </message>
    <message>
        <source>order of the colours</source>
        <translation>порядок цветов</translation>
    </message>
    <message>
        <source>shuffle</source>
        <translation>перемешивание долей</translation>
    </message>
    <message>
        <source>surprise</source>
        <translation>сюрприз</translation>
    </message>
    <message>
        <source>There is no text to take a mix from. Copy one such as “50% red, 30% black, 20% pearl”.</source>
        <translation>Нет текста, из которого можно взять смесь. Скопируйте, например, «50% красный, 30% чёрный, 20% жемчужный».</translation>
    </message>
    <message>
        <source>This text is too long to be a mix. Copy one such as “50% red, 30% black, 20% pearl”.</source>
        <translation>Этот текст слишком длинный для смеси. Скопируйте, например, «50% красный, 30% чёрный, 20% жемчужный».</translation>
    </message>
    <message>
        <source>mix from a text</source>
        <translation>смесь из текста</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::MixSwitch</name>
    <message>
        <source>The mix where the gradient begins</source>
        <translation>Смесь в начале перехода</translation>
    </message>
    <message>
        <source>The mix where the gradient ends</source>
        <translation>Смесь в конце перехода</translation>
    </message>
    <message>
        <source>The mix of region %1 of the mask, counted from dark to light</source>
        <translation>Смесь области %1 маски, считая от тёмной к светлой</translation>
    </message>
    <message>
        <source>The mix of the joints of the grid</source>
        <translation>Смесь швов сетки</translation>
    </message>
    <message>
        <source>The mix of every part number %1 of the pattern</source>
        <translation>Смесь каждой части узора номер %1</translation>
    </message>
    <message>
        <source>Mix %1</source>
        <translation>Смесь %1</translation>
    </message>
    <message>
        <source>Mix</source>
        <translation>Смесь</translation>
    </message>
    <message>
        <source>Give the pattern one more mix</source>
        <translation>Добавить в узор ещё одну смесь</translation>
    </message>
    <message>
        <source>Take this mix out of the pattern</source>
        <translation>Убрать эту смесь из узора</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::MixerPanel</name>
    <message>
        <source>Even</source>
        <translation>Поровну</translation>
    </message>
    <message>
        <source>Give every colour that is not locked the same share</source>
        <translation>Дать всем незакреплённым цветам равные доли</translation>
    </message>
    <message>
        <source>always 100 %</source>
        <translation>всегда 100 %</translation>
    </message>
    <message>
        <source>Photo…</source>
        <translation>Фото…</translation>
    </message>
    <message>
        <source>Take the mix from a photograph, also by dropping it on the window (Ctrl+Shift+O)</source>
        <translation>Взять смесь с фотографии; её можно и перетащить в окно (Ctrl+Shift+O)</translation>
    </message>
    <message>
        <source>Shuffle: other shares for these colours</source>
        <translation>Перемешать: другие доли этих же цветов</translation>
    </message>
    <message>
        <source>Surprise: other colours too; locked ones stay</source>
        <translation>Сюрприз: и другие цвета; закреплённые остаются</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::ModeBar</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::ModelDialog</name>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>Взять эту модель</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Модели</translation>
    </message>
    <message>
        <source>Starter model</source>
        <translation>Начальная модель</translation>
    </message>
    <message>
        <source>Known models</source>
        <translation>Известные модели</translation>
    </message>
    <message>
        <source>Forget the model; its files stay where they are</source>
        <translation>Забыть модель; её файлы останутся на месте</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Добавить папку…</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>Добавить файл…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Stopped. Click the model in the list to look into it again.</source>
        <translation>Остановлено. Щёлкните модель в списке, чтобы изучить её снова.</translation>
    </message>
    <message>
        <source>%1, cannot be found</source>
        <translation>%1, не найдена</translation>
    </message>
    <message>
        <source>%1, cannot be used</source>
        <translation>%1, нельзя использовать</translation>
    </message>
    <message>
        <source>Choose a model folder in the layout of diffusers</source>
        <translation>Выбрать папку модели в формате diffusers</translation>
    </message>
    <message>
        <source>Choose an SDXL model in one file</source>
        <translation>Выбрать модель SDXL одним файлом</translation>
    </message>
    <message>
        <source>Models (*.safetensors);;All files (*)</source>
        <translation>Модели (*.safetensors);;Все файлы (*)</translation>
    </message>
    <message>
        <source>Where is this model now?</source>
        <translation>Где теперь эта модель?</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::ModelEditor</name>
    <message>
        <source>Locate…</source>
        <translation>Найти…</translation>
    </message>
    <message>
        <source>Name of the model</source>
        <translation>Имя модели</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::ModelLine</name>
    <message numerus="yes">
        <source>%n LoRAs</source>
        <translation>
            <numerusform>%n LoRA</numerusform>
            <numerusform>%n LoRA</numerusform>
            <numerusform>%n LoRA</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 LoRA modules</source>
        <translation>модулей LoRA: %1 из %2</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>нельзя использовать</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Модель: %1</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::ModelSummary</name>
    <message>
        <source>%1 M</source>
        <translation>%1 млн</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Найдено</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Стоп</translation>
    </message>
    <message>
        <source>Looking into the model</source>
        <translation>Изучение модели</translation>
    </message>
    <message>
        <source>Looking into the model…</source>
        <translation>Изучение модели…</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>всё на месте</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>нельзя использовать</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::PalettePanel</name>
    <message>
        <source>Reds</source>
        <translation>Красные</translation>
    </message>
    <message>
        <source>Yellows</source>
        <translation>Жёлтые</translation>
    </message>
    <message>
        <source>Greens</source>
        <translation>Зелёные</translation>
    </message>
    <message>
        <source>Blues</source>
        <translation>Синие</translation>
    </message>
    <message>
        <source>Browns</source>
        <translation>Коричневые</translation>
    </message>
    <message>
        <source>Greys</source>
        <translation>Серые</translation>
    </message>
    <message>
        <source>Palettes (*.json *.csv *.gpl *.ase);;All files (*)</source>
        <translation>Палитры (*.json *.csv *.gpl *.ase);;Все файлы (*)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Очистить поиск</translation>
    </message>
    <message>
        <source>Search the palette by name or code</source>
        <translation>Искать в палитре по имени или коду</translation>
    </message>
    <message>
        <source>Name or code; Enter adds the first colour found</source>
        <translation>Имя или код; Enter добавит первый найденный цвет</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>В смеси</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Свои</translation>
    </message>
    <message>
        <source>Group of colours</source>
        <translation>Группа цветов</translation>
    </message>
    <message>
        <source>Palette %1: choose another, import, export, add a colour</source>
        <translation>Палитра «%1»: выбрать другую, импорт, экспорт, добавить цвет</translation>
    </message>
    <message>
        <source>Palette %1</source>
        <translation>Палитра «%1»</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a colour&apos;s name and code</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n colours</source>
        <translation>
            <numerusform>%n цвет</numerusform>
            <numerusform>%n цвета</numerusform>
            <numerusform>%n цветов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n colours</source>
        <translation>
            <numerusform>%1 из %n цвета</numerusform>
            <numerusform>%1 из %n цветов</numerusform>
            <numerusform>%1 из %n цветов</numerusform>
        </translation>
    </message>
    <message>
        <source>No colours in this group yet</source>
        <translation>В этой группе пока нет цветов</translation>
    </message>
    <message>
        <source>No colour is called “%1”</source>
        <translation>Нет цвета с именем «%1»</translation>
    </message>
    <message>
        <source>Add a colour…</source>
        <translation>Добавить цвет…</translation>
    </message>
    <message>
        <source>Import a palette…</source>
        <translation>Импорт палитры…</translation>
    </message>
    <message>
        <source>Export this palette…</source>
        <translation>Экспорт этой палитры…</translation>
    </message>
    <message>
        <source>Remove the palette %1</source>
        <translation>Удалить палитру «%1»</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Изменить…</translation>
    </message>
    <message>
        <source>Remove from the palette</source>
        <translation>Удалить из палитры</translation>
    </message>
    <message>
        <source>A colour like this…</source>
        <translation>Похожий цвет…</translation>
    </message>
    <message numerus="yes">
        <source>The palette %1 is here, with %n colours.</source>
        <translation>
            <numerusform>Палитра «%1» добавлена, в ней %n цвет.</numerusform>
            <numerusform>Палитра «%1» добавлена, в ней %n цвета.</numerusform>
            <numerusform>Палитра «%1» добавлена, в ней %n цветов.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import a palette</source>
        <translation>Импорт палитры</translation>
    </message>
    <message>
        <source>Export the palette</source>
        <translation>Экспорт палитры</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::PartsField</name>
    <message>
        <source>Parts…</source>
        <translation>Части…</translation>
    </message>
    <message>
        <source>Give the mix in parts, as in 5:3:2</source>
        <translation>Задать смесь в частях, например 5:3:2</translation>
    </message>
    <message>
        <source>Parts, one for each colour, as in 5:3:2</source>
        <translation>Части, по одной на цвет, например 5:3:2</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::PatternPanel</name>
    <message>
        <source> mm</source>
        <comment>after a size</comment>
        <translation> мм</translation>
    </message>
    <message>
        <source>Of a fleck, of one cycle of stripes, of the side of a square</source>
        <translation>Пятна, одного повтора полос, стороны клетки</translation>
    </message>
    <message>
        <source>Size of the pattern in millimetres</source>
        <translation>Размер узора в миллиметрах</translation>
    </message>
    <message>
        <source>°</source>
        <comment>after an angle</comment>
        <translation>°</translation>
    </message>
    <message>
        <source>Where the pattern runs to: 0 to the right, 90 downwards</source>
        <translation>Куда идёт узор: 0 — вправо, 90 — вниз</translation>
    </message>
    <message>
        <source>Angle of the pattern in degrees</source>
        <translation>Угол узора в градусах</translation>
    </message>
    <message>
        <source>Mean diameter of the granules</source>
        <translation>Средний поперечник гранул</translation>
    </message>
    <message>
        <source>Size of the granules in millimetres</source>
        <translation>Размер гранул в миллиметрах</translation>
    </message>
    <message>
        <source>Size of the granules</source>
        <translation>Размер гранул</translation>
    </message>
    <message>
        <source>Medium is the size that the model learned from; others are drawn best by guided generation</source>
        <translation>Средние — размер, на котором училась модель; другие лучше всего выходят с опорой на смесь</translation>
    </message>
    <message>
        <source>Granules</source>
        <translation>Гранулы</translation>
    </message>
    <message>
        <source>Granule size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Pattern size</source>
        <translation>Шаг узора</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Угол</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Маска</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Узор</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Выбрать…</translation>
    </message>
    <message>
        <source>Choose a mask</source>
        <translation>Выбрать маску</translation>
    </message>
    <message>
        <source>Mask %1</source>
        <translation>Маска %1</translation>
    </message>
    <message>
        <source>Small</source>
        <comment>granules</comment>
        <translation>Мелкие</translation>
    </message>
    <message>
        <source>Medium</source>
        <comment>granules</comment>
        <translation>Средние</translation>
    </message>
    <message>
        <source>Large</source>
        <comment>granules</comment>
        <translation>Крупные</translation>
    </message>
    <message>
        <source>Own</source>
        <comment>granules</comment>
        <translation>Свои</translation>
    </message>
    <message>
        <source>Choose a picture whose flat colours mark the regions</source>
        <translation>Выбрать рисунок, ровные цвета которого отмечают области</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::ProgressStrip</name>
    <message>
        <source>loading the model</source>
        <translation>загрузка модели</translation>
    </message>
    <message>
        <source>encoding</source>
        <translation>кодирование</translation>
    </message>
    <message>
        <source>denoising</source>
        <translation>удаление шума</translation>
    </message>
    <message>
        <source>denoising, step %1 of %2</source>
        <translation>удаление шума, шаг %1 из %2</translation>
    </message>
    <message>
        <source>decoding</source>
        <translation>декодирование</translation>
    </message>
    <message>
        <source>decoding, part %1 of %2</source>
        <translation>декодирование, часть %1 из %2</translation>
    </message>
    <message>
        <source>measuring</source>
        <translation>измерение</translation>
    </message>
    <message>
        <source>saving</source>
        <translation>сохранение</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>Stop after this</source>
        <translation>Остановить после этой</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Finish this tile and drop those that wait</source>
        <translation>Закончить эту плитку и отменить ожидающие</translation>
    </message>
    <message>
        <source>Stop now and drop all tiles that wait (Esc)</source>
        <translation>Остановить сейчас и отменить ожидающие плитки (Esc)</translation>
    </message>
    <message>
        <source>Progress of this tile</source>
        <translation>Готовность этой плитки</translation>
    </message>
    <message>
        <source>Stops after this</source>
        <translation>Последняя</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Запуск</translation>
    </message>
    <message>
        <source>Tile %1 of %2, seed %3: %4</source>
        <translation>Плитка %1 из %2, сид %3: %4</translation>
    </message>
    <message>
        <source>Seed %1: %2</source>
        <translation>Сид %1: %2</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Останавливаю…</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1, осталось %2</translation>
    </message>
    <message>
        <source>second attempt</source>
        <translation>вторая попытка</translation>
    </message>
    <message>
        <source>third attempt</source>
        <translation>третья попытка</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>попытка %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>attempt, phase</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>Paused, %n tiles wait</source>
        <translation>
            <numerusform>Пауза, ждёт %n плитка</numerusform>
            <numerusform>Пауза, ждут %n плитки</numerusform>
            <numerusform>Пауза, ждут %n плиток</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilewright::ui::PromptEditor</name>
    <message>
        <source>Negative prompt</source>
        <translation>Негативный промпт</translation>
    </message>
    <message>
        <source>Trigger word</source>
        <translation>Слово-триггер</translation>
    </message>
    <message>
        <source>Tokens of the textual inversion</source>
        <translation>Токены текстовой инверсии</translation>
    </message>
    <message>
        <source>End of the prompt</source>
        <translation>Конец промпта</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>пусто</translation>
    </message>
    <message>
        <source>Off: the model&apos;s own idea of no prompt. On and empty: the empty prompt, which some models were trained with.</source>
        <translation>Выключено: отсутствие промпта, как его понимает сама модель. Включено и пусто: пустой промпт, с которым обучались некоторые модели.</translation>
    </message>
    <message>
        <source>Prompt for the present mix</source>
        <translation>Промпт для текущей смеси</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Промпт</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::QueueModel</name>
    <message>
        <source>Running: %1, %2</source>
        <translation>Создаётся: %1, %2</translation>
    </message>
    <message>
        <source>Waiting: %1, %2</source>
        <translation>Ожидает: %1, %2</translation>
    </message>
    <message numerus="yes">
        <source>seed %1, %2 × %3, %n steps</source>
        <translation>
            <numerusform>сид %1, %2 × %3, %n шаг</numerusform>
            <numerusform>сид %1, %2 × %3, %n шага</numerusform>
            <numerusform>сид %1, %2 × %3, %n шагов</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, varied</source>
        <comment>seed, size and steps of a job</comment>
        <translation>%1, вариация</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::QueuePanel</name>
    <message>
        <source>loading</source>
        <translation>загрузка</translation>
    </message>
    <message>
        <source>encoding</source>
        <translation>кодирование</translation>
    </message>
    <message>
        <source>denoising</source>
        <translation>удаление шума</translation>
    </message>
    <message>
        <source>decoding</source>
        <translation>декодирование</translation>
    </message>
    <message>
        <source>measuring</source>
        <translation>измерение</translation>
    </message>
    <message>
        <source>saving</source>
        <translation>сохранение</translation>
    </message>
    <message>
        <source>%1 %2/%3</source>
        <comment>phase, step, steps</comment>
        <translation>%1 %2/%3</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Очередь</translation>
    </message>
    <message>
        <source>Queue, show its tiles</source>
        <translation>Очередь, показать её плитки</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Сейчас</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Далее</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Отбросить</translation>
    </message>
    <message>
        <source>Tiles in the queue</source>
        <translation>Плитки в очереди</translation>
    </message>
    <message>
        <source>Earlier (Ctrl+Up)</source>
        <translation>Раньше (Ctrl+↑)</translation>
    </message>
    <message>
        <source>Later (Ctrl+Down)</source>
        <translation>Позже (Ctrl+↓)</translation>
    </message>
    <message>
        <source>Cancel this tile (Del)</source>
        <translation>Отменить эту плитку (Del)</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>Отменить все</translation>
    </message>
    <message>
        <source>Go on with the queue</source>
        <translation>Продолжить очередь</translation>
    </message>
    <message>
        <source>Pause: finish this tile, begin no other</source>
        <translation>Пауза: закончить эту плитку, не начинать других</translation>
    </message>
    <message>
        <source>%1 of %2, %3</source>
        <comment>which tile, how many, what is done</comment>
        <translation>%1 из %2, %3</translation>
    </message>
    <message>
        <source>Seed %1: %2</source>
        <translation>Сид %1: %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>осталось %1</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>около %1</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>пауза</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ничего</translation>
    </message>
    <message numerus="yes">
        <source>%n tiles</source>
        <translation>
            <numerusform>%n плитка</numerusform>
            <numerusform>%n плитки</numerusform>
            <numerusform>%n плиток</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tiles from last time</source>
        <translation>
            <numerusform>%n плитка с прошлого раза</numerusform>
            <numerusform>%n плитки с прошлого раза</numerusform>
            <numerusform>%n плиток с прошлого раза</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilewright::ui::RangeSlider</name>
    <message>
        <source>%1 from %2 to %3 percent</source>
        <translation>%1: от %2 до %3 процентов</translation>
    </message>
    <message>
        <source>Lower end</source>
        <translation>Нижняя граница</translation>
    </message>
    <message>
        <source>Upper end</source>
        <translation>Верхняя граница</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::RecipeList</name>
    <message>
        <source>Recipes</source>
        <translation>Рецепты</translation>
    </message>
    <message>
        <source>Enter takes the recipe, Space marks it as favourite, F2 renames it, Delete deletes it.</source>
        <translation>Enter берёт рецепт, Пробел добавляет в избранное, F2 переименовывает, Delete удаляет.</translation>
    </message>
    <message>
        <source>Use this mix</source>
        <translation>Взять эту смесь</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Переименовать…</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>Теги…</translation>
    </message>
    <message>
        <source>No favourite</source>
        <translation>Убрать из избранного</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>В избранное</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::RecipeListModel</name>
    <message>
        <source>%1, favourite: %2</source>
        <translation>%1, в избранном: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a recipe: its mix</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::RecipePanel</name>
    <message>
        <source>Recipes</source>
        <translation>Рецепты</translation>
    </message>
    <message>
        <source>Add examples</source>
        <translation>Примеры</translation>
    </message>
    <message>
        <source>Save mix as…</source>
        <translation>Сохранить как…</translation>
    </message>
    <message>
        <source>Mixes that have a name</source>
        <translation>Смеси, у которых есть имя</translation>
    </message>
    <message>
        <source>Search names, tags, colours</source>
        <translation>Искать имена, теги, цвета</translation>
    </message>
    <message>
        <source>Search recipes</source>
        <translation>Искать рецепты</translation>
    </message>
    <message>
        <source>A dozen mixes to begin with; they can be changed and deleted</source>
        <translation>Дюжина смесей для начала; их можно менять и удалять</translation>
    </message>
    <message>
        <source>Keep this mix under a name</source>
        <translation>Сохранить эту смесь под именем</translation>
    </message>
    <message>
        <source>Import recipes…</source>
        <translation>Импорт рецептов…</translation>
    </message>
    <message>
        <source>Export recipes…</source>
        <translation>Экспорт рецептов…</translation>
    </message>
    <message>
        <source>Import and export of recipes</source>
        <translation>Импорт и экспорт рецептов</translation>
    </message>
    <message>
        <source>Name of this mix</source>
        <translation>Имя этой смеси</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>New name of %1</source>
        <translation>Новое имя для «%1»</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
    <message>
        <source>Tags of %1, separated by commas</source>
        <translation>Теги для «%1» через запятую</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Применить</translation>
    </message>
    <message>
        <source>%1 was deleted. Undo brings it back.</source>
        <translation>Рецепт «%1» удалён. Отмена его вернёт.</translation>
    </message>
    <message>
        <source>Import recipes</source>
        <translation>Импорт рецептов</translation>
    </message>
    <message>
        <source>Recipes (*.json);;All files (*)</source>
        <translation>Рецепты (*.json);;Все файлы (*)</translation>
    </message>
    <message>
        <source>Export recipes</source>
        <translation>Экспорт рецептов</translation>
    </message>
    <message>
        <source>Recipes (*.json)</source>
        <translation>Рецепты (*.json)</translation>
    </message>
    <message numerus="yes">
        <source>%n recipe(s) exported to %1.</source>
        <translation>
            <numerusform>%n рецепт сохранён в %1.</numerusform>
            <numerusform>%n рецепта сохранено в %1.</numerusform>
            <numerusform>%n рецептов сохранено в %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recipe(s) added.</source>
        <translation>
            <numerusform>Добавлен %n рецепт.</numerusform>
            <numerusform>Добавлено %n рецепта.</numerusform>
            <numerusform>Добавлено %n рецептов.</numerusform>
        </translation>
    </message>
    <message>
        <source>All of these recipes are there already.</source>
        <translation>Все эти рецепты уже есть.</translation>
    </message>
    <message>
        <source>No recipe holds these words.</source>
        <translation>Рецептов с такими словами нет.</translation>
    </message>
    <message>
        <source>No recipes yet. Save this mix under a name, or begin with examples.</source>
        <translation>Рецептов ещё нет. Сохраните эту смесь под именем или начните с примеров.</translation>
    </message>
    <message>
        <source>The mix is the recipe %1</source>
        <translation>Эта смесь — рецепт «%1»</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>two colours, as a name</comment>
        <translation>%1 и %2</translation>
    </message>
    <message>
        <source>Pure %1</source>
        <comment>one colour, as a name</comment>
        <translation>Только %1</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::RecipeStore</name>
    <message>
        <source>save recipe %1</source>
        <translation>сохранение рецепта «%1»</translation>
    </message>
    <message>
        <source>rename recipe %1</source>
        <translation>переименование рецепта «%1»</translation>
    </message>
    <message>
        <source>tags of recipe %1</source>
        <translation>теги рецепта «%1»</translation>
    </message>
    <message>
        <source>recipe %1 as favourite</source>
        <translation>добавление рецепта «%1» в избранное</translation>
    </message>
    <message>
        <source>recipe %1 no favourite</source>
        <translation>удаление рецепта «%1» из избранного</translation>
    </message>
    <message>
        <source>delete recipe %1</source>
        <translation>удаление рецепта «%1»</translation>
    </message>
    <message>
        <source>import recipes</source>
        <translation>импорт рецептов</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::Remedies</name>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Try on the CPU</source>
        <translation>Запустить на ЦП</translation>
    </message>
    <message>
        <source>Try at %1 × %2</source>
        <translation>Запустить с %1 × %2</translation>
    </message>
    <message>
        <source>Model settings…</source>
        <translation>Настройки модели…</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::SamplingEditor</name>
    <message>
        <source>Guided tiles are made with values of their own</source>
        <translation>Для плиток с опорой свои значения</translation>
    </message>
    <message>
        <source>Advised by the number of colours</source>
        <translation>Советы по числу цветов</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Шаги</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Шкала CFG</translation>
    </message>
    <message numerus="yes">
        <source>Steps for %n colours</source>
        <translation>
            <numerusform>Шаги для %n цвета</numerusform>
            <numerusform>Шаги для %n цветов</numerusform>
            <numerusform>Шаги для %n цветов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Guidance for %n colours</source>
        <translation>
            <numerusform>Шкала CFG для %n цвета</numerusform>
            <numerusform>Шкала CFG для %n цветов</numerusform>
            <numerusform>Шкала CFG для %n цветов</numerusform>
        </translation>
    </message>
    <message>
        <source>Strength of the guide</source>
        <translation>Сила изменения эскиза</translation>
    </message>
    <message>
        <source>Keeping of the layout</source>
        <translation>Сохранение раскладки</translation>
    </message>
    <message>
        <source>Re-tinting</source>
        <translation>Подкраска</translation>
    </message>
    <message>
        <source>Steps of guided tiles</source>
        <translation>Шаги для плиток с опорой</translation>
    </message>
    <message>
        <source>Guidance of guided tiles</source>
        <translation>Шкала CFG для плиток с опорой</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Сила</translation>
    </message>
    <message>
        <source>Layout kept</source>
        <translation>Раскладка</translation>
    </message>
    <message>
        <source>Re-tint</source>
        <translation>Подкраска</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>Ширина в пикселях</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>Высота в пикселях</translation>
    </message>
    <message>
        <source>Millimetres that the width shows</source>
        <translation>Сколько миллиметров видно по ширине</translation>
    </message>
    <message>
        <source>Mean granule in millimetres</source>
        <translation>Средняя гранула в миллиметрах</translation>
    </message>
    <message>
        <source>Width, px</source>
        <translation>Ширина, пкс</translation>
    </message>
    <message>
        <source>Height, px</source>
        <translation>Высота, пкс</translation>
    </message>
    <message>
        <source>Width shows, mm</source>
        <translation>По ширине, мм</translation>
    </message>
    <message>
        <source>Mean granule, mm</source>
        <translation>Гранула, мм</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::SearchField</name>
    <message>
        <source>red 40-60, rating 3+</source>
        <translation>красный 40-60, рейтинг 3+</translation>
    </message>
    <message>
        <source>Search the tiles</source>
        <translation>Поиск плиток</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Очистить поиск</translation>
    </message>
    <message>
        <source>What can be typed</source>
        <translation>Что можно ввести</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Сохранённые запросы</translation>
    </message>
    <message>
        <source>Commas part conditions; all must hold.</source>
        <translation>Условия разделяются запятыми; выполняться должны все.</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>Сохранить запрос…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::SeedField</name>
    <message>
        <source>Seed</source>
        <translation>Сид</translation>
    </message>
    <message>
        <source>Roll a new seed</source>
        <translation>Выбрать случайный сид</translation>
    </message>
    <message>
        <source>Every tile starts from this seed. Unlock for a new seed each time</source>
        <translation>Каждая плитка начинается с этого сида. Открепите, чтобы каждый раз был новый</translation>
    </message>
    <message>
        <source>A new seed each time. Lock to keep this one</source>
        <translation>Каждый раз новый сид. Закрепите, чтобы сохранить этот</translation>
    </message>
    <message>
        <source>Unlock the seed</source>
        <translation>Открепить сид</translation>
    </message>
    <message>
        <source>Lock the seed</source>
        <translation>Закрепить сид</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::SeedStrip</name>
    <message>
        <source>This mix</source>
        <translation>Эта смесь</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Compare seeds</source>
        <translation>Сравнить сиды</translation>
    </message>
    <message>
        <source>Show the seeds of this mix</source>
        <translation>Показать сиды этой смеси</translation>
    </message>
    <message>
        <source>Show the newest tiles of all mixes</source>
        <translation>Показать новые плитки всех смесей</translation>
    </message>
    <message>
        <source>Seeds of this mix</source>
        <translation>Сиды этой смеси</translation>
    </message>
    <message>
        <source>Newest tiles</source>
        <translation>Новые плитки</translation>
    </message>
    <message>
        <source>No tile of this mix yet. Each one that you make appears here with its seed.</source>
        <translation>Плиток этой смеси ещё нет. Каждая созданная появится здесь со своим сидом.</translation>
    </message>
    <message>
        <source>No tiles yet. Each one that you make appears here with its seed.</source>
        <translation>Плиток ещё нет. Каждая созданная появится здесь со своим сидом.</translation>
    </message>
    <message>
        <source>1 seed</source>
        <translation>1 сид</translation>
    </message>
    <message numerus="yes">
        <source>%n seeds</source>
        <translation>
            <numerusform>%n сид</numerusform>
            <numerusform>%n сида</numerusform>
            <numerusform>%n сидов</numerusform>
        </translation>
    </message>
    <message>
        <source>1 tile</source>
        <translation>1 плитка</translation>
    </message>
    <message numerus="yes">
        <source>%n tiles</source>
        <translation>
            <numerusform>%n плитка</numerusform>
            <numerusform>%n плитки</numerusform>
            <numerusform>%n плиток</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilewright::ui::SelectionSummary</name>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>не измерена</translation>
    </message>
    <message>
        <source>%1 to %2 points off, %3 on average</source>
        <translation>отклонение %1–%2 п. п., в среднем %3</translation>
    </message>
    <message>
        <source>Mixes</source>
        <translation>Смеси</translation>
    </message>
    <message>
        <source>one</source>
        <translation>одна</translation>
    </message>
    <message>
        <source>Fidelity</source>
        <translation>Точность</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Рейтинг</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Флаги</translation>
    </message>
    <message>
        <source>%1 picked, %2 rejected</source>
        <translation>отобрано %1, отклонено %2</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Черновики</translation>
    </message>
    <message>
        <source>Files missing</source>
        <translation>Нет файлов</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::SettingsPanel</name>
    <message>
        <source>Guided by the mix</source>
        <translation>С опорой на смесь</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Шаги</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Шкала CFG</translation>
    </message>
    <message>
        <source>Strength of the guide</source>
        <translation>Сила изменения эскиза</translation>
    </message>
    <message>
        <source>Number of tiles, each with a seed of its own</source>
        <translation>Число плиток, у каждой свой сид</translation>
    </message>
    <message>
        <source>Start from a picture of the exact mix, so that the tile keeps its shares. Without it the model sees the prompt alone.</source>
        <translation>Начать с изображения точной смеси, чтобы плитка сохранила доли. Без этого модель видит только промпт.</translation>
    </message>
    <message>
        <source>How far the model may move away from the preview: 0.2 keeps every granule, 0.9 keeps little more than the colours</source>
        <translation>Насколько модель может отойти от эскиза: 0,2 сохраняет каждую гранулу, 0,9 — почти только цвета</translation>
    </message>
    <message>
        <source>How strictly the model follows the prompt</source>
        <translation>Насколько строго модель следует промпту</translation>
    </message>
    <message>
        <source>1 to %1 tiles; each next one has the next seed</source>
        <translation>От 1 до %1 плиток, у каждой следующей следующий сид</translation>
    </message>
    <message>
        <source>Size in pixels</source>
        <translation>Размер в пикселях</translation>
    </message>
    <message>
        <source>Photograph</source>
        <translation>Фотография</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Сид</translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation>Плиток</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Сила</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>More steps take longer and draw finer; beyond 30 little changes</source>
        <translation>Больше шагов — дольше и тоньше; после 30 меняется мало</translation>
    </message>
    <message>
        <source>Steps, guidance and all about the guide as the model advises</source>
        <translation>Шаги, шкала CFG и всё об опоре — как советует модель</translation>
    </message>
    <message>
        <source>guided by the mix</source>
        <translation>опору на смесь</translation>
    </message>
    <message>
        <source>size in pixels</source>
        <translation>размер в пикселях</translation>
    </message>
    <message>
        <source>seamless edges</source>
        <translation>края без швов</translation>
    </message>
    <message>
        <source>number of tiles</source>
        <translation>число плиток</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>сид</translation>
    </message>
    <message>
        <source>lock of the seed</source>
        <translation>закрепление сида</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>шаги</translation>
    </message>
    <message>
        <source>guidance</source>
        <translation>шкалу CFG</translation>
    </message>
    <message>
        <source>strength of the guide</source>
        <translation>силу изменения эскиза</translation>
    </message>
    <message>
        <source>keeping of the layout</source>
        <translation>сохранение раскладки</translation>
    </message>
    <message>
        <source>re-tinting</source>
        <translation>подкраску</translation>
    </message>
    <message>
        <source>tolerance</source>
        <translation>допуск</translation>
    </message>
    <message>
        <source>attempts</source>
        <translation>число попыток</translation>
    </message>
    <message>
        <source>settings of a tile</source>
        <translation>настройки плитки</translation>
    </message>
    <message>
        <source>seed of a tile</source>
        <translation>сид плитки</translation>
    </message>
    <message>
        <source>settings as the model advises</source>
        <translation>настройки по совету модели</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::ShareFilter</name>
    <message>
        <source>Do not look for %1</source>
        <translation>Не искать «%1»</translation>
    </message>
    <message>
        <source>none</source>
        <comment>share</comment>
        <translation>нет</translation>
    </message>
    <message>
        <source>any</source>
        <comment>share</comment>
        <translation>любая</translation>
    </message>
    <message>
        <source>some</source>
        <comment>share</comment>
        <translation>есть</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>share</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1–%2 %</source>
        <comment>shares</comment>
        <translation>%1–%2 %</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::ShareRow</name>
    <message>
        <source> %</source>
        <comment>after a share</comment>
        <translation> %</translation>
    </message>
    <message>
        <source>Remove %1 from the mix</source>
        <translation>Убрать «%1» из смеси</translation>
    </message>
    <message>
        <source>Unlock %1: its share may change with the others</source>
        <translation>Открепить «%1»: доля снова меняется вместе с другими</translation>
    </message>
    <message>
        <source>Lock %1: keep its share when others change</source>
        <translation>Закрепить «%1»: доля не меняется вместе с другими</translation>
    </message>
    <message>
        <source>Unlock %1</source>
        <translation>Открепить «%1»</translation>
    </message>
    <message>
        <source>Lock %1</source>
        <translation>Закрепить «%1»</translation>
    </message>
    <message>
        <source>%1 share, %2 percent</source>
        <translation>%1: доля %2 процентов</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>Переместить «%1»</translation>
    </message>
    <message>
        <source>Drag to sort the colours (Alt+Up, Alt+Down)</source>
        <translation>Перетащите, чтобы изменить порядок цветов (Alt+↑, Alt+↓)</translation>
    </message>
    <message>
        <source>%1 · double click: an even share</source>
        <translation>%1 · двойной щелчок: равная доля</translation>
    </message>
    <message>
        <source>Steps of 5 %, with Shift of 1 %</source>
        <translation>Шаг 5 %, с Shift — 1 %</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::Stage</name>
    <message>
        <source>Preview</source>
        <translation>Эскиз</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Шаг %1 из %2</translation>
    </message>
    <message>
        <source>Draft, seed %1</source>
        <translation>Черновик, сид %1</translation>
    </message>
    <message>
        <source>Tile, seed %1</source>
        <translation>Плитка, сид %1</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::StarField</name>
    <message>
        <source>Rating: click a star, or press 0 to 5</source>
        <translation>Рейтинг: щёлкните звезду или нажмите 0–5</translation>
    </message>
    <message>
        <source>Rating, %1</source>
        <translation>Рейтинг, %1</translation>
    </message>
    <message>
        <source>no stars</source>
        <translation>без звёзд</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::StarFilter</name>
    <message>
        <source>Rating: any</source>
        <translation>Рейтинг: любой</translation>
    </message>
    <message>
        <source>Rating: %1 and up</source>
        <translation>Рейтинг: %1 и выше</translation>
    </message>
    <message>
        <source>%1 and up</source>
        <translation>%1 и выше</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::StudioWindow</name>
    <message>
        <source>Prompt</source>
        <translation>Промпт</translation>
    </message>
    <message>
        <source>Make the photograph of this mix (Ctrl+Enter)</source>
        <translation>Сделать фотографию этой смеси (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Cancelled. Tiles that were finished are kept.</source>
        <translation>Отменено. Готовые плитки сохранены.</translation>
    </message>
    <message>
        <source>Prompt as it will be sent: %1</source>
        <translation>Промпт, который будет отправлен: %1</translation>
    </message>
    <message>
        <source>The tiles are in %1</source>
        <translation>Плитки лежат в папке %1</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Создать плитку</translation>
    </message>
    <message numerus="yes">
        <source>Generate %n tiles</source>
        <translation>
            <numerusform>Создать %n плитку</numerusform>
            <numerusform>Создать %n плитки</numerusform>
            <numerusform>Создать %n плиток</numerusform>
        </translation>
    </message>
    <message>
        <source>Mix from a photo</source>
        <translation>Смесь по фотографии</translation>
    </message>
    <message>
        <source>Measuring %1…</source>
        <translation>Измеряется %1…</translation>
    </message>
    <message>
        <source>The photograph shows %1.</source>
        <translation>На фотографии: %1.</translation>
    </message>
    <message>
        <source>%1 %2&#xa0;%</source>
        <comment>colour, percent</comment>
        <translation>%1 %2&#xa0;%</translation>
    </message>
    <message>
        <source>The photograph shows %1; %2&#xa0;% is not in the palette.</source>
        <translation>На фотографии: %1; %2&#xa0;% вне палитры.</translation>
    </message>
    <message>
        <source>Tilewright was not closed properly. Restore the mix of %1?</source>
        <translation>Программа Tilewright была закрыта неправильно. Восстановить смесь от %1?</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Восстановить</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>The mix has a colour that is not in the palette: %1.</source>
        <translation>В смеси есть цвет, которого нет в палитре: %1.</translation>
    </message>
    <message>
        <source>&amp;All panels</source>
        <translation>&amp;Все панели</translation>
    </message>
    <message numerus="yes">
        <source>%n tile(s) were deleted when Tilewright was last closed in a hurry.</source>
        <translation>
            <numerusform>При прошлом поспешном закрытии Tilewright удалена %n плитка.</numerusform>
            <numerusform>При прошлом поспешном закрытии Tilewright удалены %n плитки.</numerusform>
            <numerusform>При прошлом поспешном закрытии Tilewright удалено %n плиток.</numerusform>
        </translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>reuse of a tile</source>
        <translation>повтор плитки</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::SwatchGrid</name>
    <message>
        <source>%1, in the mix</source>
        <translation>%1, уже в смеси</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>Добавить «%1»</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>Палитра</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::TileActions</name>
    <message>
        <source>Show large</source>
        <translation>Показать крупно</translation>
    </message>
    <message>
        <source>Back to the gallery</source>
        <translation>Назад в галерею</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Сравнить</translation>
    </message>
    <message>
        <source>Copy picture and file</source>
        <translation>Копировать изображение и файл</translation>
    </message>
    <message>
        <source>Copy seed</source>
        <translation>Копировать сид</translation>
    </message>
    <message>
        <source>Copy prompt</source>
        <translation>Копировать промпт</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Показать в папке</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Выбрать все</translation>
    </message>
    <message>
        <source>Select none</source>
        <translation>Снять выбор</translation>
    </message>
    <message>
        <source>Larger pictures</source>
        <translation>Крупнее</translation>
    </message>
    <message>
        <source>Smaller pictures</source>
        <translation>Мельче</translation>
    </message>
    <message>
        <source>No stars</source>
        <translation>Без звёзд</translation>
    </message>
    <message>
        <source>Pick</source>
        <translation>Отобрать</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Отклонить</translation>
    </message>
    <message>
        <source>Remove the flag</source>
        <translation>Снять флаг</translation>
    </message>
    <message>
        <source>Reuse settings</source>
        <translation>Взять настройки</translation>
    </message>
    <message>
        <source>Reuse seed</source>
        <translation>Взять сид</translation>
    </message>
    <message>
        <source>Reuse settings and seed</source>
        <translation>Взять настройки и сид</translation>
    </message>
    <message>
        <source>Vary the seed</source>
        <translation>Сменить сид</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>Ещё похожие</translation>
    </message>
    <message>
        <source>Run again and check</source>
        <translation>Повторить и сверить</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Рейтинг</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Флаг</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Метка</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::TileCellDelegate</name>
    <message>
        <source>draft</source>
        <translation>черновик</translation>
    </message>
    <message>
        <source>file missing</source>
        <translation>нет файла</translation>
    </message>
    <message>
        <source>%1 off</source>
        <translation>откл. %1</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::TileInspector</name>
    <message>
        <source>This tile</source>
        <translation>Эта плитка</translation>
    </message>
    <message>
        <source>No photograph yet.
Generate makes one of the mix on the left.</source>
        <translation>Фотографии ещё нет.
Кнопка «Создать плитку» сделает её из смеси слева.</translation>
    </message>
    <message>
        <source>Reuse seed</source>
        <translation>Взять сид</translation>
    </message>
    <message>
        <source>Reuse mix</source>
        <translation>Взять смесь</translation>
    </message>
    <message>
        <source>Show file</source>
        <translation>Показать файл</translation>
    </message>
    <message>
        <source>Put this seed into the seed field and keep it</source>
        <translation>Поставить этот сид в поле и закрепить</translation>
    </message>
    <message>
        <source>Put this mix onto the sliders</source>
        <translation>Поставить эту смесь на ползунки</translation>
    </message>
    <message>
        <source>Open the folder of this tile</source>
        <translation>Открыть папку этой плитки</translation>
    </message>
    <message>
        <source>Copy the seed</source>
        <translation>Скопировать сид</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Сид</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Шаги</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Шкала CFG</translation>
    </message>
    <message>
        <source>Guided</source>
        <translation>Опора</translation>
    </message>
    <message>
        <source>strength %1</source>
        <translation>сила %1</translation>
    </message>
    <message>
        <source>no, prompt only</source>
        <translation>нет, только промпт</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Made in</source>
        <translation>Сделана за</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Устройство</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Черновик</translation>
    </message>
    <message>
        <source>This model&apos;s pictures from the prompt alone are drafts.</source>
        <translation>Изображения этой модели только по промпту — черновики.</translation>
    </message>
    <message>
        <source>Last tile</source>
        <translation>Последняя плитка</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Reuse all</source>
        <translation>Взять всё</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Измерить</translation>
    </message>
    <message>
        <source>Put the mix, the seed and all settings of this tile in place</source>
        <translation>Вернуть смесь, сид и все настройки этой плитки</translation>
    </message>
    <message>
        <source>Find out how true this tile is to its mix, and keep that with it</source>
        <translation>Узнать, насколько плитка верна своей смеси, и сохранить это вместе с ней</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Измеряется…</translation>
    </message>
    <message>
        <source>Seamless</source>
        <translation>Без швов</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n attempts</source>
        <translation>
            <numerusform>%1, %n попытка</numerusform>
            <numerusform>%1, %n попытки</numerusform>
            <numerusform>%1, %n попыток</numerusform>
        </translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Узор</translation>
    </message>
    <message>
        <source>Granules</source>
        <translation>Гранулы</translation>
    </message>
    <message>
        <source>Vary seed</source>
        <translation>Сменить сид</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>Ещё похожие</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Copy the prompt</source>
        <translation>Скопировать промпт</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Промпт</translation>
    </message>
    <message>
        <source>Make another one with the same settings and a new seed</source>
        <translation>Создать ещё одну с теми же настройками и новым сидом</translation>
    </message>
    <message>
        <source>Make tiles that are like this one, but not quite</source>
        <translation>Создать плитки, похожие на эту, но не совсем такие же</translation>
    </message>
    <message>
        <source>Make this tile again and check that the same picture comes</source>
        <translation>Создать эту плитку снова и проверить, что изображение то же</translation>
    </message>
    <message numerus="yes">
        <source>%n tiles selected</source>
        <translation>
            <numerusform>Выбрана %n плитка</numerusform>
            <numerusform>Выбраны %n плитки</numerusform>
            <numerusform>Выбрано %n плиток</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilewright::ui::TileLibrary</name>
    <message>
        <source>deletion</source>
        <translation>удаление</translation>
    </message>
    <message>
        <source>rating</source>
        <translation>рейтинг</translation>
    </message>
    <message>
        <source>flag</source>
        <translation>флаг</translation>
    </message>
    <message>
        <source>label</source>
        <translation>метку</translation>
    </message>
    <message>
        <source>The desktop&apos;s trash did not take all of it. Deleted tiles that stay in %2: %1.</source>
        <translation>Системная корзина приняла не всё. Удалённых плиток осталось в %2: %1.</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::UndoBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Скрыть</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>Скрыть сообщение</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::ViewSwitch</name>
    <message>
        <source>Preview</source>
        <translation>Эскиз</translation>
    </message>
    <message>
        <source>Photograph</source>
        <translation>Фотография</translation>
    </message>
    <message>
        <source>Show the preview of the mix (P)</source>
        <translation>Показать эскиз смеси (P)</translation>
    </message>
    <message>
        <source>Show the last photograph (P)</source>
        <translation>Показать последнюю фотографию (P)</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::WipeCanvas</name>
    <message>
        <source>%1 on the left, %2 on the right</source>
        <translation>Слева %1, справа %2</translation>
    </message>
    <message>
        <source>Line at %1 percent</source>
        <translation>Граница на %1 процентах</translation>
    </message>
</context>
</TS>
