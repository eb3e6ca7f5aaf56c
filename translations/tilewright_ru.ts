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
    <name>FloorNames</name>
    <message>
        <source>One tile</source>
        <translation>Одна плитка</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Клетки</translation>
    </message>
    <message>
        <source>Border</source>
        <translation>Кайма</translation>
    </message>
    <message>
        <source>Stripes</source>
        <translation>Полосы</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Вразброс</translation>
    </message>
    <message>
        <source>Painted</source>
        <translation>Вручную</translation>
    </message>
    <message>
        <source>The first tile everywhere</source>
        <translation>Везде первая плитка</translation>
    </message>
    <message>
        <source>The tiles in turn, like a chess board</source>
        <translation>Плитки по очереди, как на шахматной доске</translation>
    </message>
    <message>
        <source>The second tile along the walls, the first one inside</source>
        <translation>Вторая плитка вдоль стен, первая внутри</translation>
    </message>
    <message>
        <source>Rows of each tile in turn</source>
        <translation>Ряды каждой плитки по очереди</translation>
    </message>
    <message>
        <source>Strewn by shares</source>
        <translation>Вперемешку по долям</translation>
    </message>
    <message>
        <source>As you paint it, tile by tile</source>
        <translation>Как вы раскрасите, плитка за плиткой</translation>
    </message>
    <message>
        <source>Straight</source>
        <translation>Прямая</translation>
    </message>
    <message>
        <source>Half-bond</source>
        <translation>Вразбежку</translation>
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
    <name>ImageWords</name>
    <message>
        <source>%1 × %2 px, %3 × %4 mm at %5 dpi</source>
        <translation>%1 × %2 пкс, %3 × %4 мм при %5 dpi</translation>
    </message>
    <message>
        <source>More than the tile has: made again by its model.</source>
        <translation>Больше, чем есть у плитки: её модель создаст её заново.</translation>
    </message>
    <message>
        <source>More than the tile has: enlarged.</source>
        <translation>Больше, чем есть у плитки: с увеличением.</translation>
    </message>
    <message>
        <source>%1 % of the picture take more than %2 % of ink.</source>
        <translation>На %1 % изображения краски больше %2 %.</translation>
    </message>
    <message>
        <source>1 picture in %1</source>
        <translation>1 изображение в %1</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures in %1</source>
        <translation>
            <numerusform>%n изображение в %1</numerusform>
            <numerusform>%n изображения в %1</numerusform>
            <numerusform>%n изображений в %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled: %1</source>
        <comment>what was done</comment>
        <translation>Отменено: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n enlarged</source>
        <translation>
            <numerusform>увеличено %n</numerusform>
            <numerusform>увеличено %n</numerusform>
            <numerusform>увеличено %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n over the ink limit of %1 %</source>
        <translation>
            <numerusform>сверх предела краски %1 %: %n</numerusform>
            <numerusform>сверх предела краски %1 %: %n</numerusform>
            <numerusform>сверх предела краски %1 %: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>article, what is wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: its file was there already.</source>
        <translation>%1: такой файл уже был.</translation>
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
    <name>Sheets</name>
    <message numerus="yes">
        <source>%n tile(s)</source>
        <translation>
            <numerusform>%n плитка</numerusform>
            <numerusform>%n плитки</numerusform>
            <numerusform>%n плиток</numerusform>
        </translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Указатель</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Цвета</translation>
    </message>
    <message>
        <source>Floor plan</source>
        <translation>План пола</translation>
    </message>
    <message>
        <source>m</source>
        <translation>м</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Помещение</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Площадь</translation>
    </message>
    <message>
        <source>m²</source>
        <translation>м²</translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation>Плитки</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>мм</translation>
    </message>
    <message>
        <source>Laid</source>
        <translation>Укладка</translation>
    </message>
    <message>
        <source>half-bond</source>
        <translation>вразбежку</translation>
    </message>
    <message>
        <source>straight</source>
        <translation>прямая</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Всего</translation>
    </message>
    <message>
        <source>Tile</source>
        <translation>Плитка</translation>
    </message>
    <message>
        <source>Article no.</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>Целых</translation>
    </message>
    <message>
        <source>Cut pieces</source>
        <translation>Кусков</translation>
    </message>
    <message>
        <source>Tiles needed</source>
        <translation>Нужно плиток</translation>
    </message>
    <message>
        <source>With %1 waste</source>
        <translation>С запасом %1</translation>
    </message>
    <message>
        <source>Needed are whole tiles and those that the pieces are cut from.</source>
        <translation>Нужны целые плитки и те, из которых вырезают куски.</translation>
    </message>
    <message>
        <source>Granule order</source>
        <translation>Заказ гранул</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Поставщик</translation>
    </message>
    <message>
        <source>Deliver to</source>
        <translation>Куда доставить</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>Заказ №</translation>
    </message>
    <message>
        <source>Wanted on</source>
        <translation>Дата поставки</translation>
    </message>
    <message>
        <source>Tiles to be made</source>
        <translation>Плитки к изготовлению</translation>
    </message>
    <message>
        <source>Area, m²</source>
        <translation>Площадь, м²</translation>
    </message>
    <message>
        <source>Granules together</source>
        <translation>Всего гранул</translation>
    </message>
    <message>
        <source>Binder</source>
        <translation>Связующее</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Материал</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Mass, kg</source>
        <translation>Масса, кг</translation>
    </message>
    <message>
        <source>Bags of %1 kg</source>
        <translation>Мешки по %1 кг</translation>
    </message>
    <message>
        <source>%1 per kg</source>
        <translation>%1 за кг</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Стоимость</translation>
    </message>
    <message>
        <source>Wear layer</source>
        <translation>Лицевой слой</translation>
    </message>
    <message>
        <source>Base layer</source>
        <translation>Базовый слой</translation>
    </message>
    <message>
        <source>kg/m²</source>
        <translation>кг/м²</translation>
    </message>
    <message>
        <source>Waste: %1, binder: %2 of the granules&apos; mass</source>
        <translation>Запас: %1, связующее: %2 от массы гранул</translation>
    </message>
    <message>
        <source>Without a price, not in the sum: %1</source>
        <translation>Без цены, не вошли в сумму: %1</translation>
    </message>
    <message>
        <source>Reckoned with</source>
        <translation>Параметры расчёта</translation>
    </message>
    <message>
        <source>Cannot write %1: %2.</source>
        <translation>Не удаётся записать %1: %2.</translation>
    </message>
    <message>
        <source>Cancelled. No file was written.</source>
        <translation>Отменено. Файл не записан.</translation>
    </message>
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
        <source>Colours on screens and on paper differ from those of the rubber. Granules vary from batch to batch: please decide by a sample.</source>
        <translation>Цвета на экране и на бумаге отличаются от цвета резины. Гранулы разных партий различаются: пожалуйста, выбирайте по образцу.</translation>
    </message>
    <message>
        <source>There is no picture of %1: %2</source>
        <translation>Нет изображения %1: %2</translation>
    </message>
    <message>
        <source>Picture missing</source>
        <translation>Нет изображения</translation>
    </message>
    <message>
        <source>The logo %1 cannot be read.</source>
        <translation>Не удаётся прочитать логотип %1.</translation>
    </message>
    <message>
        <source>Specification sheet</source>
        <translation>Спецификация</translation>
    </message>
    <message>
        <source>Article no. %1</source>
        <translation>Артикул %1</translation>
    </message>
    <message>
        <source>Binder %1</source>
        <translation>Связующее %1</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Доля</translation>
    </message>
    <message>
        <source>kg/tile</source>
        <translation>кг/шт.</translation>
    </message>
    <message>
        <source>kg</source>
        <translation>кг</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Thickness</source>
        <translation>Толщина</translation>
    </message>
    <message>
        <source>Weight of a tile</source>
        <translation>Масса плитки</translation>
    </message>
    <message>
        <source>Weight per square metre</source>
        <translation>Масса квадратного метра</translation>
    </message>
    <message>
        <source>Granules</source>
        <translation>Гранулы</translation>
    </message>
    <message>
        <source>Hardness</source>
        <translation>Твёрдость</translation>
    </message>
    <message>
        <source>Fire class, EN 13501-1</source>
        <translation>Пожарный класс, EN 13501-1</translation>
    </message>
    <message>
        <source>Critical fall height, EN 1177</source>
        <translation>Критическая высота падения, EN 1177</translation>
    </message>
    <message>
        <source>Price of a tile</source>
        <translation>Цена плитки</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Сид</translation>
    </message>
    <message>
        <source>Measured off the mix</source>
        <translation>Отклонение от смеси</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 п. п.</translation>
    </message>
    <message>
        <source>Share code – opens this tile in Tilewright</source>
        <translation>Код плитки — открывает эту плитку в Tilewright</translation>
    </message>
    <message>
        <source>granules %1</source>
        <translation>гранулы %1</translation>
    </message>
    <message>
        <source>Seed %1</source>
        <translation>Сид %1</translation>
    </message>
    <message>
        <source>%1 points off the mix</source>
        <translation>отклонение от смеси %1 п. п.</translation>
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
    <name>tilewright::ui::ArticleDialog</name>
    <message>
        <source>Another product than the catalogue&apos;s</source>
        <translation>Изделие не такое, как в каталоге</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message numerus="yes">
        <source>%n articles</source>
        <translation>
            <numerusform>%n позиция</numerusform>
            <numerusform>%n позиции</numerusform>
            <numerusform>%n позиций</numerusform>
        </translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Позиция</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Позиции</translation>
    </message>
    <message>
        <source>Article number</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>First number</source>
        <translation>Первый артикул</translation>
    </message>
    <message>
        <source>different</source>
        <translation>разные</translation>
    </message>
    <message>
        <source>Without a number of its own an article has the sign of its tile.</source>
        <translation>Без своего артикула позиция получает обозначение плитки.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>first to last number</comment>
        <translation>от %1 до %2</translation>
    </message>
    <message>
        <source>%1 has the number %2 already. The later one of the two will be told apart by “-2”.</source>
        <translation>У «%1» уже есть артикул %2. Более поздняя из двух позиций получит в конце «-2».</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::ArticleListModel</name>
    <message>
        <source>%1, number %2: %3</source>
        <translation>%1, артикул %2: %3</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::ArticlePanel</name>
    <message>
        <source>1 chosen tile</source>
        <translation>1 выбранная плитка</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen tiles</source>
        <translation>
            <numerusform>%n выбранная плитка</numerusform>
            <numerusform>%n выбранные плитки</numerusform>
            <numerusform>%n выбранных плиток</numerusform>
        </translation>
    </message>
    <message>
        <source>1 picked tile</source>
        <translation>1 отобранная плитка</translation>
    </message>
    <message numerus="yes">
        <source>%n picked tiles</source>
        <translation>
            <numerusform>%n отобранная плитка</numerusform>
            <numerusform>%n отобранные плитки</numerusform>
            <numerusform>%n отобранных плиток</numerusform>
        </translation>
    </message>
    <message>
        <source>1 tile with 4 stars or 5</source>
        <translation>1 плитка с 4–5 звёздами</translation>
    </message>
    <message numerus="yes">
        <source>%n tiles with 4 stars or 5</source>
        <translation>
            <numerusform>%n плитка с 4–5 звёздами</numerusform>
            <numerusform>%n плитки с 4–5 звёздами</numerusform>
            <numerusform>%n плиток с 4–5 звёздами</numerusform>
        </translation>
    </message>
    <message>
        <source>1 tile of the gallery</source>
        <translation>1 плитка галереи</translation>
    </message>
    <message numerus="yes">
        <source>%n tiles of the gallery</source>
        <translation>
            <numerusform>%n плитка галереи</numerusform>
            <numerusform>%n плитки галереи</numerusform>
            <numerusform>%n плиток галереи</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose tiles in the gallery and press K.</source>
        <translation>Выберите плитки в галерее и нажмите K.</translation>
    </message>
    <message>
        <source>No tile is picked yet. Pick tiles in the gallery with P, or choose other ones above.</source>
        <translation>Отобранных плиток ещё нет. Отберите плитки в галерее клавишей P или выберите выше другие.</translation>
    </message>
    <message>
        <source>No tile has four stars yet. Rate tiles in the gallery with the keys 1 to 5.</source>
        <translation>Плиток с четырьмя звёздами ещё нет. Оценивайте плитки в галерее клавишами 1–5.</translation>
    </message>
    <message>
        <source>The gallery shows no tile. Clear its filter, or make some tiles.</source>
        <translation>Галерея не показывает ни одной плитки. Сбросьте фильтр или создайте плитки.</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Изменить…</translation>
    </message>
    <message>
        <source>Title and maker…</source>
        <translation>Заголовок и фирма…</translation>
    </message>
    <message>
        <source>Reading the tiles: %1&#xa0;%</source>
        <translation>Чтение плиток: %1&#xa0;%</translation>
    </message>
    <message>
        <source>What was left out</source>
        <translation>Что пропущено</translation>
    </message>
    <message>
        <source>Which tiles make the catalogue</source>
        <translation>Какие плитки входят в каталог</translation>
    </message>
    <message>
        <source>Number, name, note and product of the selected articles (Enter)</source>
        <translation>Артикул, название, примечание и изделие выбранных позиций (Enter)</translation>
    </message>
    <message>
        <source>Title, company, logo and product of the catalogue</source>
        <translation>Заголовок, фирма, логотип и изделие каталога</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Позиции</translation>
    </message>
    <message>
        <source>Tiles chosen in the gallery</source>
        <translation>Выбранные в галерее плитки</translation>
    </message>
    <message>
        <source>Picked tiles</source>
        <translation>Отобранные плитки</translation>
    </message>
    <message>
        <source>Tiles with 4 stars or 5</source>
        <translation>Плитки с 4–5 звёздами</translation>
    </message>
    <message>
        <source>What the gallery shows</source>
        <translation>Всё, что видно в галерее</translation>
    </message>
    <message>
        <source>%1; choose other tiles</source>
        <translation>%1; выбрать другие плитки</translation>
    </message>
    <message>
        <source>1 tile left out…</source>
        <translation>Пропущена 1 плитка…</translation>
    </message>
    <message numerus="yes">
        <source>%n tiles left out…</source>
        <translation>
            <numerusform>Пропущена %n плитка…</numerusform>
            <numerusform>Пропущены %n плитки…</numerusform>
            <numerusform>Пропущено %n плиток…</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the tiles…</source>
        <translation>Чтение плиток…</translation>
    </message>
    <message>
        <source>article %1</source>
        <translation>позицию «%1»</translation>
    </message>
    <message numerus="yes">
        <source>%n articles</source>
        <translation>
            <numerusform>%n позицию</numerusform>
            <numerusform>%n позиции</numerusform>
            <numerusform>%n позиций</numerusform>
        </translation>
    </message>
    <message>
        <source>title and maker</source>
        <translation>заголовок и фирму</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Выбрать все</translation>
    </message>
    <message>
        <source>Take out of the catalogue</source>
        <translation>Убрать из каталога</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::BackgroundTask</name>
    <message>
        <source>There is not enough memory for this. Choose a smaller size.</source>
        <translation>Для этого не хватает памяти. Выберите меньший размер.</translation>
    </message>
    <message>
        <source>An internal error stopped this.</source>
        <translation>Остановлено из-за внутренней ошибки.</translation>
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
    <name>tilewright::ui::CatalogDialog</name>
    <message>
        <source>Title</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>Подзаголовок</translation>
    </message>
    <message>
        <source>Small print</source>
        <translation>Мелким шрифтом</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Каталог</translation>
    </message>
    <message>
        <source>Colours on screens and paper differ from the granules.</source>
        <translation>Цвета на экране и на бумаге отличаются от цвета гранул.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Your company</source>
        <translation>Ваша фирма</translation>
    </message>
    <message>
        <source>The product, of all articles without one of their own</source>
        <translation>Изделие для всех позиций, у которых нет своего</translation>
    </message>
    <message>
        <source>Name of the company</source>
        <translation>Название фирмы</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Эл. почта</translation>
    </message>
    <message>
        <source>Web site</source>
        <translation>Веб-сайт</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Choose a logo…</source>
        <translation>Выбрать логотип…</translation>
    </message>
    <message>
        <source>Without a logo</source>
        <translation>Без логотипа</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Логотип</translation>
    </message>
    <message>
        <source>Logos (*.svg *.png *.jpg *.jpeg)</source>
        <translation>Логотипы (*.svg *.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>no logo</source>
        <translation>нет логотипа</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>не удаётся прочитать %1</translation>
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
    <name>tilewright::ui::DataPage</name>
    <message>
        <source>1 article</source>
        <translation>1 позиция</translation>
    </message>
    <message numerus="yes">
        <source>%n articles</source>
        <translation>
            <numerusform>%n позиция</numerusform>
            <numerusform>%n позиции</numerusform>
            <numerusform>%n позиций</numerusform>
        </translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>For a spreadsheet, with its decimal sign</source>
        <translation>Для электронной таблицы, с её десятичным знаком</translation>
    </message>
    <message>
        <source>Save the table…</source>
        <translation>Сохранить таблицу…</translation>
    </message>
    <message>
        <source>Save as JSON…</source>
        <translation>Сохранить JSON…</translation>
    </message>
    <message>
        <source>Seeds and fidelity</source>
        <translation>Сиды и точность</translation>
    </message>
    <message>
        <source>px</source>
        <translation>пкс</translation>
    </message>
    <message>
        <source>Longer side of the pictures at most</source>
        <translation>Длинная сторона изображений, не больше</translation>
    </message>
    <message>
        <source>Save the web catalogue…</source>
        <translation>Сохранить веб-каталог…</translation>
    </message>
    <message>
        <source>Share code</source>
        <translation>Код плитки</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Таблица</translation>
    </message>
    <message>
        <source>A row for each article: number, name, shares of the colours, size, weight, seed. For spreadsheets and shops.</source>
        <translation>Строка на каждую позицию: артикул, название, доли цветов, размер, вес, сид. Для электронных таблиц и магазинов.</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>The whole catalogue for programs, with signs that stay the same from export to export.</source>
        <translation>Весь каталог для программ; обозначения не меняются от экспорта к экспорту.</translation>
    </message>
    <message>
        <source>Web catalogue</source>
        <translation>Веб-каталог</translation>
    </message>
    <message>
        <source>A folder of pages that opens in a browser without a server and without the network, with search by colour and words.</source>
        <translation>Папка страниц, которая открывается в браузере без сервера и без сети, с поиском по цветам и словам.</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Изображения</translation>
    </message>
    <message>
        <source>The code of an article tells its mix, pattern and seed.</source>
        <translation>Код плитки передаёт её смесь, узор и сид.</translation>
    </message>
    <message>
        <source>%1 cannot be told by a code: it has a mask, a grading of granules, or more than one word holds.</source>
        <translation>«%1» нельзя передать кодом: есть маска, свой состав гранул по размерам или данных больше, чем вмещает одно слово.</translation>
    </message>
    <message>
        <source>Mix, pattern and seed of %1 in one word, to be pasted in the Mix mode of another studio.</source>
        <translation>Смесь, узор и сид плитки «%1» одним словом, которое можно вставить в режиме «Смесь» другой студии.</translation>
    </message>
    <message>
        <source>catalogue</source>
        <comment>file name</comment>
        <translation>каталог</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Сохранить таблицу</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Таблицы (*.csv)</translation>
    </message>
    <message>
        <source>Save as JSON</source>
        <translation>Сохранить JSON</translation>
    </message>
    <message>
        <source>Where to put the folder of the web catalogue</source>
        <translation>Куда поместить папку веб-каталога</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>how many articles, file</comment>
        <translation>%1 в файле %2</translation>
    </message>
    <message>
        <source>Tile %1 of %2</source>
        <translation>Плитка %1 из %2</translation>
    </message>
    <message>
        <source>Web catalogue: %1</source>
        <translation>Веб-каталог: %1</translation>
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
    <name>tilewright::ui::FloorControls</name>
    <message>
        <source>Cuts on both sides</source>
        <translation>Подрезка с двух сторон</translation>
    </message>
    <message>
        <source>Turn the tiles</source>
        <translation>Вращать плитки</translation>
    </message>
    <message>
        <source> m</source>
        <comment>after a length</comment>
        <translation> м</translation>
    </message>
    <message>
        <source>Length of the room in metres</source>
        <translation>Длина помещения в метрах</translation>
    </message>
    <message>
        <source>Of the room, to the right</source>
        <translation>Помещения, вправо</translation>
    </message>
    <message>
        <source>Width of the room in metres</source>
        <translation>Ширина помещения в метрах</translation>
    </message>
    <message>
        <source>Of the room, downwards</source>
        <translation>Помещения, вниз</translation>
    </message>
    <message>
        <source>Bond</source>
        <translation>Укладка</translation>
    </message>
    <message>
        <source>Half-bond: every other row is moved by half a tile</source>
        <translation>Вразбежку: каждый второй ряд сдвинут на полплитки</translation>
    </message>
    <message>
        <source>Width of the border or the stripes in tiles</source>
        <translation>Ширина каймы или полос в плитках</translation>
    </message>
    <message>
        <source>Strew the tiles anew</source>
        <translation>Рассыпать плитки заново</translation>
    </message>
    <message>
        <source>The floor lies in the middle of the room; otherwise whole tiles begin at the upper left corner</source>
        <translation>Пол лежит посередине помещения; иначе целые плитки начинаются от левого верхнего угла</translation>
    </message>
    <message>
        <source>By quarters, so that no repeat shows; square tiles only</source>
        <translation>На четверть оборота, чтобы не было видно повторов; только для квадратных плиток</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Узор</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Длина</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Ширина</translation>
    </message>
    <message>
        <source>Width in tiles</source>
        <translation>Ширина в плитках</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Помещение</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::FloorPage</name>
    <message>
        <source>From above</source>
        <translation>Сверху</translation>
    </message>
    <message>
        <source>Perspective</source>
        <translation>Перспектива</translation>
    </message>
    <message>
        <source>Show the joints</source>
        <translation>Показать швы</translation>
    </message>
    <message>
        <source>Daylight</source>
        <translation>Дневной свет</translation>
    </message>
    <message>
        <source>Save floor…</source>
        <translation>Сохранить пол…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>The whole room in its proportions</source>
        <translation>Всё помещение в его пропорциях</translation>
    </message>
    <message>
        <source>As one sees it standing at the lower side of the room</source>
        <translation>Как видит человек, стоящий у нижней стороны помещения</translation>
    </message>
    <message>
        <source>Thin dark lines between the tiles</source>
        <translation>Тонкие тёмные линии между плитками</translation>
    </message>
    <message>
        <source>Daylight from the left, in perspective</source>
        <translation>Дневной свет слева, в перспективе</translation>
    </message>
    <message>
        <source>Undo painting (Ctrl+Z)</source>
        <translation>Отменить рисование (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo painting (Ctrl+Shift+Z)</source>
        <translation>Повторить рисование (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 пкс</translation>
    </message>
    <message>
        <source>Longer side of the saved picture</source>
        <translation>Длинная сторона сохраняемого изображения</translation>
    </message>
    <message>
        <source>As a picture or a PDF page</source>
        <translation>Изображением или страницей PDF</translation>
    </message>
    <message>
        <source>Progress of saving</source>
        <translation>Ход сохранения</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>Пол</translation>
    </message>
    <message>
        <source>Drag to paint · F fills</source>
        <translation>Рисуйте мышью · F заливает</translation>
    </message>
    <message>
        <source>There are no tiles in the catalogue yet.</source>
        <translation>В каталоге ещё нет плиток.</translation>
    </message>
    <message>
        <source>floor.png</source>
        <translation>пол.png</translation>
    </message>
    <message>
        <source>Save floor</source>
        <translation>Сохранить пол</translation>
    </message>
    <message>
        <source>Pictures and PDF (*.png *.jpg *.jpeg *.tif *.tiff *.webp *.pdf)</source>
        <translation>Изображения и PDF (*.png *.jpg *.jpeg *.tif *.tiff *.webp *.pdf)</translation>
    </message>
    <message>
        <source>Floor saved as %1</source>
        <translation>Пол сохранён: %1</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::FloorPainting</name>
    <message>
        <source>Paint tiles</source>
        <translation>Рисование плитками</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::FloorTable</name>
    <message>
        <source> %</source>
        <comment>after a number</comment>
        <translation> %</translation>
    </message>
    <message>
        <source>Tiles that break or are cut wrongly, on top of what is needed</source>
        <translation>Плитки, которые сломаются или будут неверно отрезаны, сверх нужного</translation>
    </message>
    <message>
        <source>Waste in percent</source>
        <translation>Запас в процентах</translation>
    </message>
    <message>
        <source>Waste</source>
        <translation>Запас</translation>
    </message>
    <message>
        <source>Tiles needed</source>
        <translation>Нужно плиток</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Доля</translation>
    </message>
    <message>
        <source>Parts of the floor</source>
        <translation>Части пола</translation>
    </message>
    <message>
        <source>Whole</source>
        <comment>tiles</comment>
        <translation>Целые</translation>
    </message>
    <message>
        <source>Tiles laid whole</source>
        <translation>Плитки, уложенные целиком</translation>
    </message>
    <message>
        <source>Cut</source>
        <comment>pieces</comment>
        <translation>Резаные</translation>
    </message>
    <message>
        <source>Pieces, and the tiles that they are cut from</source>
        <translation>Куски и плитки, из которых они вырезаны</translation>
    </message>
    <message>
        <source>Order</source>
        <comment>tiles</comment>
        <translation>Заказ</translation>
    </message>
    <message>
        <source>Whole tiles and tiles for cuts, with waste</source>
        <translation>Целые плитки и плитки на подрезку, с запасом</translation>
    </message>
    <message>
        <source>Paint with %1</source>
        <translation>Рисовать плиткой «%1»</translation>
    </message>
    <message>
        <source>Paint with %1 (%2)</source>
        <translation>Рисовать плиткой «%1» (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%1
%n pictures are laid in turn</source>
        <translation>
            <numerusform>%1
%n изображение укладывается по очереди</numerusform>
            <numerusform>%1
%n изображения укладываются по очереди</numerusform>
            <numerusform>%1
%n изображений укладываются по очереди</numerusform>
        </translation>
    </message>
    <message>
        <source>Share of %1</source>
        <translation>Доля «%1»</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>pieces of tiles</comment>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>%1 m²</source>
        <translation>%1 м²</translation>
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
    <name>tilewright::ui::ImagePresets</name>
    <message>
        <source>Web</source>
        <translation>Веб</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Печать</translation>
    </message>
    <message>
        <source>Cut-out</source>
        <translation>Без фона</translation>
    </message>
    <message>
        <source>Texture</source>
        <translation>Текстура</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Малый</translation>
    </message>
    <message>
        <source>A preset needs a name.</source>
        <translation>Набору нужно имя.</translation>
    </message>
    <message>
        <source>There is a preset %1 already.</source>
        <translation>Набор «%1» уже есть.</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::ImageSettings</name>
    <message>
        <source>What the picture shows</source>
        <translation>Что показывает изображение</translation>
    </message>
    <message>
        <source>The tile as generated</source>
        <translation>Плитка, как создана</translation>
    </message>
    <message>
        <source>A texture without seams</source>
        <translation>Текстура без швов</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Фон</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Белый</translation>
    </message>
    <message>
        <source>Transparent</source>
        <translation>Прозрачный</translation>
    </message>
    <message>
        <source>How the size is told</source>
        <translation>Как задан размер</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Как есть</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Пиксели</translation>
    </message>
    <message>
        <source>Millimetres</source>
        <translation>Миллиметры</translation>
    </message>
    <message>
        <source>Longer side</source>
        <translation>Длинная сторона</translation>
    </message>
    <message>
        <source>Resolution in dots per inch</source>
        <translation>Разрешение в точках на дюйм</translation>
    </message>
    <message>
        <source>dpi</source>
        <translation>dpi</translation>
    </message>
    <message>
        <source>Bleed</source>
        <translation>Вылет</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>мм</translation>
    </message>
    <message>
        <source>What of the tile goes beyond the trim edge, on all sides</source>
        <translation>Часть плитки, которая выходит за линию обреза со всех сторон</translation>
    </message>
    <message>
        <source>Colour space</source>
        <translation>Цветовое пространство</translation>
    </message>
    <message>
        <source>sRGB, for screens</source>
        <translation>sRGB, для экранов</translation>
    </message>
    <message>
        <source>Adobe RGB</source>
        <translation>Adobe RGB</translation>
    </message>
    <message>
        <source>Other profile…</source>
        <translation>Другой профиль…</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>Тип файла</translation>
    </message>
    <message>
        <source>Bits a channel</source>
        <translation>Бит на канал</translation>
    </message>
    <message>
        <source>8 bits</source>
        <translation>8 бит</translation>
    </message>
    <message>
        <source>16 bits</source>
        <translation>16 бит</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Качество</translation>
    </message>
    <message>
        <source>Lossless</source>
        <translation>Без потерь</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Имя файла</translation>
    </message>
    <message>
        <source>Fields: {code} {id} {name} {mix} {seed} {model} {date} {number} {size}</source>
        <translation>Поля: {code} {id} {name} {mix} {seed} {model} {date} {number} {size}</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>Ground around the tile</source>
        <translation>Фон вокруг плитки</translation>
    </message>
    <message>
        <source>Enlarging</source>
        <translation>Увеличение</translation>
    </message>
    <message>
        <source>By Lanczos</source>
        <translation>По Ланцошу</translation>
    </message>
    <message>
        <source>By the model</source>
        <translation>Моделью</translation>
    </message>
    <message>
        <source>Where the pixels come from that the tile does not have: the model makes it again, larger, from the same granules, which takes its time</source>
        <translation>Откуда берутся пиксели, которых у плитки нет: модель создаёт её заново, крупнее, из тех же гранул, и на это нужно время</translation>
    </message>
    <message>
        <source>Rendering intent</source>
        <translation>Метод цветопередачи</translation>
    </message>
    <message>
        <source>Relative</source>
        <translation>Относительный</translation>
    </message>
    <message>
        <source>Perceptual</source>
        <translation>Перцептивный</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>Насыщенность</translation>
    </message>
    <message>
        <source>Absolute</source>
        <translation>Абсолютный</translation>
    </message>
    <message>
        <source>Compensate the black point</source>
        <translation>Компенсировать чёрную точку</translation>
    </message>
    <message>
        <source>Ink limit</source>
        <translation>Лимит краски</translation>
    </message>
    <message>
        <source>Of all inks together; more is told of, never changed</source>
        <translation>Всех красок вместе; о превышении сообщается, но ничего не меняется</translation>
    </message>
    <message>
        <source>Where a file is there already</source>
        <translation>Если такой файл уже есть</translation>
    </message>
    <message>
        <source>Number the new one</source>
        <translation>Дать номер новому</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Заменить его</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Оставить как есть</translation>
    </message>
    <message>
        <source>Prompt, seed and settings in the file</source>
        <translation>Промпт, сид и настройки в файле</translation>
    </message>
    <message>
        <source>Creator</source>
        <translation>Автор</translation>
    </message>
    <message>
        <source>Copyright</source>
        <translation>Авторские права</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Разрешение</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Глубина</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>Ещё настройки</translation>
    </message>
    <message>
        <source>A real tile, %1 × %2 mm</source>
        <translation>Настоящая плитка, %1 × %2 мм</translation>
    </message>
    <message>
        <source>Colour profile</source>
        <translation>Цветовой профиль</translation>
    </message>
    <message>
        <source>ICC profiles (*.icc *.icm *.ICC *.ICM)</source>
        <translation>Профили ICC (*.icc *.icm *.ICC *.ICM)</translation>
    </message>
    <message>
        <source>px</source>
        <translation>пкс</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::ImagesPage</name>
    <message>
        <source>Preset</source>
        <translation>Набор</translation>
    </message>
    <message>
        <source>Save, rename or delete the preset</source>
        <translation>Сохранить, переименовать или удалить набор</translation>
    </message>
    <message>
        <source>Export 1 picture</source>
        <translation>Экспорт 1 изображения</translation>
    </message>
    <message numerus="yes">
        <source>Export %n pictures</source>
        <translation>
            <numerusform>Экспорт %n изображения</numerusform>
            <numerusform>Экспорт %n изображений</numerusform>
            <numerusform>Экспорт %n изображений</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to show yet.</source>
        <translation>Показывать ещё нечего.</translation>
    </message>
    <message>
        <source>Soft proof</source>
        <translation>Цветопроба</translation>
    </message>
    <message>
        <source>ink %1&#xa0;% at most</source>
        <translation>краска до %1&#xa0;%</translation>
    </message>
    <message>
        <source>Own settings</source>
        <translation>Свои настройки</translation>
    </message>
    <message>
        <source>Save as a preset…</source>
        <translation>Сохранить как набор…</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>Имя набора</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Переименовать…</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Новое имя</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>To %1</source>
        <comment>a folder</comment>
        <translation>В %1</translation>
    </message>
    <message>
        <source>%1
Click for another folder</source>
        <translation>%1
Щёлкните, чтобы выбрать другую папку</translation>
    </message>
    <message>
        <source>Folder: %1; choose another one</source>
        <translation>Папка: %1; выбрать другую</translation>
    </message>
    <message>
        <source>Folder for the pictures</source>
        <translation>Папка для изображений</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <comment>number, how many, file name</comment>
        <translation>%1 из %2: %3</translation>
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
    <message>
        <source>Catalogue</source>
        <translation>Каталог</translation>
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
    <name>tilewright::ui::LayerRows</name>
    <message>
        <source>Add a layer</source>
        <translation>Добавить слой</translation>
    </message>
    <message>
        <source>A layer below the others</source>
        <translation>Слой под остальными</translation>
    </message>
    <message>
        <source>Layers from the top</source>
        <translation>Слои сверху вниз</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>мм</translation>
    </message>
    <message>
        <source>kg/m²</source>
        <translation>кг/м²</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Материал</translation>
    </message>
    <message>
        <source>The tile&apos;s mix</source>
        <translation>Смесь плитки</translation>
    </message>
    <message>
        <source>Empty: the mix of each tile. Or all of one material, e.g. SBR black 2–6 mm, or a colour</source>
        <translation>Пусто: смесь каждой плитки. Или весь слой из одного материала, например SBR чёрный 2–6 мм, или цвет</translation>
    </message>
    <message>
        <source>SBR black</source>
        <translation>SBR чёрный</translation>
    </message>
    <message>
        <source>Granules without binder</source>
        <translation>Гранулы без связующего</translation>
    </message>
    <message>
        <source>Granules without binder, by the thickness, for EPDM; type another where yours weigh more or less</source>
        <translation>Гранулы без связующего, по толщине, для EPDM; введите другое число, если ваши тяжелее или легче</translation>
    </message>
    <message>
        <source>Thickness of layer %1, millimetres</source>
        <translation>Толщина слоя %1, миллиметры</translation>
    </message>
    <message>
        <source>Mass of layer %1, kilograms per square metre</source>
        <translation>Масса слоя %1, килограммы на квадратный метр</translation>
    </message>
    <message>
        <source>Material of layer %1</source>
        <translation>Материал слоя %1</translation>
    </message>
    <message>
        <source>Mass of layer %1 by its thickness</source>
        <translation>Масса слоя %1 по его толщине</translation>
    </message>
    <message>
        <source>Remove layer %1</source>
        <translation>Убрать слой %1</translation>
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
    <message>
        <source>Open a &amp;share code…</source>
        <translation>Открыть &amp;код плитки…</translation>
    </message>
    <message>
        <source>Copy the s&amp;hare code</source>
        <translation>Копировать код п&amp;литки</translation>
    </message>
    <message>
        <source>Cata&amp;logue</source>
        <translation>&amp;Каталог</translation>
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
    <name>tilewright::ui::OrderItemsModel</name>
    <message>
        <source>Square metres; empty: as all tiles, 0: none</source>
        <translation>Квадратные метры; пусто: как у всех плиток, 0: нисколько</translation>
    </message>
    <message>
        <source>%1: %2 m²</source>
        <translation>%1: %2 м²</translation>
    </message>
    <message>
        <source>Area, m²</source>
        <translation>Площадь, м²</translation>
    </message>
    <message>
        <source>Tile</source>
        <translation>Плитка</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::OrderLinesModel</name>
    <message>
        <source>Binder</source>
        <translation>Связующее</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Итого</translation>
    </message>
    <message>
        <source>%1 g with waste</source>
        <translation>%1 г с запасом</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Материал</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>kg</source>
        <translation>кг</translation>
    </message>
    <message>
        <source>Bags</source>
        <translation>Мешки</translation>
    </message>
    <message>
        <source>%1 per kg</source>
        <translation>%1 за кг</translation>
    </message>
    <message>
        <source>Cost, %1</source>
        <translation>Сумма, %1</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::OrderPage</name>
    <message>
        <source>page %1 of %2</source>
        <translation>страница %1 из %2</translation>
    </message>
    <message>
        <source>The order is in %1.</source>
        <translation>Заказ сохранён в %1.</translation>
    </message>
    <message>
        <source>Tiles to be made</source>
        <translation>Плитки к изготовлению</translation>
    </message>
    <message>
        <source>Granules to be ordered</source>
        <translation>Гранулы к заказу</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Копировать текст</translation>
    </message>
    <message>
        <source>Save CSV…</source>
        <translation>Сохранить CSV…</translation>
    </message>
    <message>
        <source>Save JSON…</source>
        <translation>Сохранить JSON…</translation>
    </message>
    <message>
        <source>Save PDF…</source>
        <translation>Сохранить PDF…</translation>
    </message>
    <message>
        <source>Area of each tile, square metres</source>
        <translation>Площадь каждой плитки, квадратные метры</translation>
    </message>
    <message>
        <source>Of every tile that has no area of its own below</source>
        <translation>Для каждой плитки, у которой ниже нет своей площади</translation>
    </message>
    <message>
        <source>Of each, m²</source>
        <translation>Каждой, м²</translation>
    </message>
    <message>
        <source>A table for a spreadsheet</source>
        <translation>Таблица для электронных таблиц</translation>
    </message>
    <message>
        <source>For other programs</source>
        <translation>Для других программ</translation>
    </message>
    <message>
        <source>A page for the supplier</source>
        <translation>Страница для поставщика</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Таблицы (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>%1 m² in all</source>
        <translation>всего %1 м²</translation>
    </message>
    <message>
        <source>Nothing to order yet</source>
        <translation>Заказывать пока нечего</translation>
    </message>
    <message>
        <source>No order</source>
        <translation>Заказа нет</translation>
    </message>
    <message>
        <source>Choose tiles in the list, and say on the left how many square metres are to be made of them.</source>
        <translation>Выберите плитки в списке и укажите слева, сколько квадратных метров из них нужно.</translation>
    </message>
    <message numerus="yes">
        <source>%1 kg of granules in %n bag(s)</source>
        <translation>
            <numerusform>%1 кг гранул в %n мешке</numerusform>
            <numerusform>%1 кг гранул в %n мешках</numerusform>
            <numerusform>%1 кг гранул в %n мешках</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>an amount and its currency</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 m² of %n tile(s), %2 % waste, %3 % binder, bags of %4 kg</source>
        <translation>
            <numerusform>%n плитка, %1 м², запас %2 %, связующее %3 %, мешки по %4 кг</numerusform>
            <numerusform>%n плитки, %1 м², запас %2 %, связующее %3 %, мешки по %4 кг</numerusform>
            <numerusform>%n плиток, %1 м², запас %2 %, связующее %3 %, мешки по %4 кг</numerusform>
        </translation>
    </message>
    <message>
        <source>No price, not in the total: %1</source>
        <translation>Без цены, не вошли в сумму: %1</translation>
    </message>
    <message>
        <source>Save the order</source>
        <translation>Сохранить заказ</translation>
    </message>
    <message>
        <source>order</source>
        <comment>file name</comment>
        <translation>заказ</translation>
    </message>
    <message>
        <source>The clipboard holds no areas. Copy a column of square metres from a spreadsheet.</source>
        <translation>В буфере обмена нет площадей. Скопируйте столбец квадратных метров из электронной таблицы.</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::OrderSettingsEditor</name>
    <message>
        <source>Waste, percent more of all</source>
        <translation>Запас, процентов сверх всего</translation>
    </message>
    <message>
        <source>Binder, percent of the granules&apos; mass</source>
        <translation>Связующее, процентов от массы гранул</translation>
    </message>
    <message>
        <source>What a bag holds, kilograms</source>
        <translation>Сколько вмещает мешок, килограммы</translation>
    </message>
    <message>
        <source>A table (CSV) with the headings code and price, or JSON; prices of a kilogram. The binder&apos;s is called binder.</source>
        <translation>Таблица (CSV) с заголовками «код» и «цена» или JSON; цены за килограмм. Связующее в нём называется binder.</translation>
    </message>
    <message>
        <source>Reckon without prices</source>
        <translation>Считать без цен</translation>
    </message>
    <message>
        <source>Waste, %</source>
        <translation>Запас, %</translation>
    </message>
    <message>
        <source>Binder, %</source>
        <translation>Связующее, %</translation>
    </message>
    <message>
        <source>Bag, kg</source>
        <translation>Мешок, кг</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>Прайс-лист</translation>
    </message>
    <message>
        <source>Choose a price list</source>
        <translation>Выбрать прайс-лист</translation>
    </message>
    <message>
        <source>Price lists (*.csv *.txt *.json);;All files (*)</source>
        <translation>Прайс-листы (*.csv *.txt *.json);;Все файлы (*)</translation>
    </message>
    <message>
        <source>Choose a price list…</source>
        <translation>Выбрать прайс-лист…</translation>
    </message>
    <message>
        <source>Price list %1; choose another</source>
        <translation>Прайс-лист %1; выбрать другой</translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) of a kilogram in %1</source>
        <translation>
            <numerusform>%n цена за килограмм в %1</numerusform>
            <numerusform>%n цены за килограмм в %1</numerusform>
            <numerusform>%n цен за килограмм в %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Without one, only masses and bags are reckoned.</source>
        <translation>Без него считаются только масса и мешки.</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::PagesView</name>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
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
    <name>tilewright::ui::PictureView</name>
    <message>
        <source>Preview of the picture</source>
        <translation>Предпросмотр изображения</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::ProblemDialog</name>
    <message>
        <source>Copy the list</source>
        <translation>Копировать список</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::ProductForm</name>
    <message>
        <source>Length</source>
        <translation>Длина</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>мм</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Ширина</translation>
    </message>
    <message>
        <source>Thickness</source>
        <translation>Толщина</translation>
    </message>
    <message>
        <source>Weight of a square metre</source>
        <translation>Масса квадратного метра</translation>
    </message>
    <message>
        <source>kg/m²</source>
        <translation>кг/м²</translation>
    </message>
    <message>
        <source>Hardness</source>
        <translation>Твёрдость</translation>
    </message>
    <message>
        <source>Fire class</source>
        <translation>Пожарный класс</translation>
    </message>
    <message>
        <source>Fall height</source>
        <translation>Высота падения</translation>
    </message>
    <message>
        <source>Binder</source>
        <translation>Связующее</translation>
    </message>
    <message>
        <source>Share of the binder</source>
        <translation>Доля связующего</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Granules</source>
        <translation>Гранулы</translation>
    </message>
    <message>
        <source>Price of a piece</source>
        <translation>Цена за штуку</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>0: by the thickness, after a maker&apos;s table of poured EPDM</source>
        <translation>0: по толщине, по таблице производителя для наливного EPDM</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>e.g. 1.5 m</source>
        <translation>напр. 1,5 м</translation>
    </message>
    <message>
        <source>Critical fall height, EN 1177</source>
        <translation>Критическая высота падения, EN 1177</translation>
    </message>
    <message>
        <source>Of the mass of the granules</source>
        <translation>От массы гранул</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Масса</translation>
    </message>
    <message>
        <source>Binder, %</source>
        <translation>Связующее, %</translation>
    </message>
    <message>
        <source>%1 kg/m² by thickness</source>
        <translation>%1 кг/м² по толщине</translation>
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
    <name>tilewright::ui::ScopeSwitch</name>
    <message>
        <source>All: %1</source>
        <comment>articles</comment>
        <translation>Все: %1</translation>
    </message>
    <message>
        <source>Selected: %1</source>
        <comment>articles</comment>
        <translation>Выбранные: %1</translation>
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
    <name>tilewright::ui::ShareCodeDialog</name>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Open a share code</source>
        <translation>Открыть код плитки</translation>
    </message>
    <message>
        <source>Share code</source>
        <translation>Код плитки</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Share code of a tile: its mix, pattern and seed</source>
        <translation>Код плитки: её смесь, узор и сид</translation>
    </message>
    <message>
        <source>%1; seed %2</source>
        <translation>%1; сид %2</translation>
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
    <name>tilewright::ui::SheetsPage</name>
    <message>
        <source>Catalogue</source>
        <translation>Каталог</translation>
    </message>
    <message>
        <source>Specification sheets</source>
        <translation>Спецификации</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Сохранить в PDF…</translation>
    </message>
    <message>
        <source>Cover, index, several tiles a page, colours</source>
        <translation>Обложка, указатель, несколько плиток на странице, цвета</translation>
    </message>
    <message>
        <source>A page for each tile: mix, size, weight, properties</source>
        <translation>Страница на каждую плитку: смесь, размер, масса, свойства</translation>
    </message>
    <message>
        <source>Which tiles</source>
        <translation>Какие плитки</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>Открыть…</translation>
    </message>
    <message>
        <source>Take a template from a file</source>
        <translation>Взять шаблон из файла</translation>
    </message>
    <message>
        <source>Load a template</source>
        <translation>Открыть шаблон</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Сохранить…</translation>
    </message>
    <message>
        <source>Keep these settings as a template</source>
        <translation>Сохранить эти настройки как шаблон</translation>
    </message>
    <message>
        <source>Save the template</source>
        <translation>Сохранить шаблон</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Шаблон</translation>
    </message>
    <message>
        <source>All tiles (%1)</source>
        <translation>Все плитки (%1)</translation>
    </message>
    <message>
        <source>Chosen in the list (%1)</source>
        <translation>Выбранные в списке (%1)</translation>
    </message>
    <message>
        <source>Pages appear here as soon as the catalogue has tiles.</source>
        <translation>Страницы появятся здесь, как только в каталоге будут плитки.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Страница %1 из %2</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Сохранить в PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;All files (*)</source>
        <translation>PDF (*.pdf);;Все файлы (*)</translation>
    </message>
    <message>
        <source>%1 saved, pages: %2</source>
        <translation>Файл %1 сохранён, страниц: %2</translation>
    </message>
    <message>
        <source>Templates (*.json);;All files (*)</source>
        <translation>Шаблоны (*.json);;Все файлы (*)</translation>
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
    <message>
        <source>Images</source>
        <translation>Изображения</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>Листы</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Заказ</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>Пол</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Данные</translation>
    </message>
    <message>
        <source>1 tile added to the catalogue.</source>
        <translation>В каталог добавлена 1 плитка.</translation>
    </message>
    <message numerus="yes">
        <source>%n tiles added to the catalogue.</source>
        <translation>
            <numerusform>В каталог добавлена %n плитка.</numerusform>
            <numerusform>В каталог добавлены %n плитки.</numerusform>
            <numerusform>В каталог добавлено %n плиток.</numerusform>
        </translation>
    </message>
    <message>
        <source>The catalogue has these tiles already.</source>
        <translation>Эти плитки уже есть в каталоге.</translation>
    </message>
    <message>
        <source>Edit the articles</source>
        <translation>Изменить позиции</translation>
    </message>
    <message>
        <source>Title and maker</source>
        <translation>Заголовок и фирма</translation>
    </message>
    <message>
        <source>%1 is on the clipboard.</source>
        <translation>Код %1 скопирован в буфер обмена.</translation>
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
    <name>tilewright::ui::TaskStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Показать в папке</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Ход работы</translation>
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
        <source>%1&#xa0;%</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>Cancelled. What was finished is kept.</source>
        <translation>Отменено. Готовое сохранено.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Останавливаю…</translation>
    </message>
    <message>
        <source>What to know</source>
        <translation>Что стоит знать</translation>
    </message>
    <message>
        <source>Beginning…</source>
        <translation>Начинаю…</translation>
    </message>
    <message>
        <source>1 note…</source>
        <translation>1 замечание…</translation>
    </message>
    <message numerus="yes">
        <source>%n notes…</source>
        <translation>
            <numerusform>%n замечание…</numerusform>
            <numerusform>%n замечания…</numerusform>
            <numerusform>%n замечаний…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilewright::ui::TemplateEditor</name>
    <message>
        <source>Paper</source>
        <translation>Бумага</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>Ориентация</translation>
    </message>
    <message>
        <source>Language of the pages</source>
        <translation>Язык страниц</translation>
    </message>
    <message>
        <source>Tiles on a page</source>
        <translation>Плиток на странице</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Обложка</translation>
    </message>
    <message>
        <source>Index by colour</source>
        <translation>Указатель по цветам</translation>
    </message>
    <message>
        <source>Colour legend</source>
        <translation>Легенда цветов</translation>
    </message>
    <message>
        <source>Every colour with its code and its CIE L*a*b* values</source>
        <translation>Каждый цвет с его кодом и значениями CIE L*a*b*</translation>
    </message>
    <message>
        <source>Mix</source>
        <translation>Смесь</translation>
    </message>
    <message>
        <source>Colours and shares of each tile</source>
        <translation>Цвета и доли каждой плитки</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Сид</translation>
    </message>
    <message>
        <source>Fidelity</source>
        <translation>Верность</translation>
    </message>
    <message>
        <source>How far each tile is off its mix, in points</source>
        <translation>Насколько каждая плитка отклоняется от смеси, в процентных пунктах</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Цены</translation>
    </message>
    <message>
        <source>Of tiles that have one in their details</source>
        <translation>Для плиток, у которых цена указана в свойствах</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Книжная</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Альбомная</translation>
    </message>
    <message>
        <source>Accent colour</source>
        <translation>Цвет акцента</translation>
    </message>
    <message>
        <source>Of rules and headings</source>
        <translation>Для линеек и заголовков</translation>
    </message>
    <message>
        <source>Tiles a page</source>
        <translation>Плиток на странице</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Accent</source>
        <translation>Акцент</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Показывать</translation>
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
    <message>
        <source>Add to the catalogue</source>
        <translation>Добавить в каталог</translation>
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
