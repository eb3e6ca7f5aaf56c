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
        <source>Palette</source>
        <translation>Палитра</translation>
    </message>
    <message>
        <source>Photo…</source>
        <translation>Фото…</translation>
    </message>
    <message>
        <source>Take the mix from a photograph, also by dropping it on the window (Ctrl+Shift+O)</source>
        <translation>Взять смесь с фотографии; её можно и перетащить в окно (Ctrl+Shift+O)</translation>
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
    <name>tilewright::ui::StudioWindow</name>
    <message>
        <source>Model: %1</source>
        <translation>Модель: %1</translation>
    </message>
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
    <name>tilewright::ui::TileDelegate</name>
    <message>
        <source>draft</source>
        <translation>черновик</translation>
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
</context>
<context>
    <name>tilewright::ui::TileListModel</name>
    <message>
        <source>%1
Seed %2</source>
        <translation>%1
Сид %2</translation>
    </message>
    <message>
        <source>Tile, seed %1, %2</source>
        <translation>Плитка, сид %1, %2</translation>
    </message>
    <message>
        <source>%1
Seed %2
%3</source>
        <translation>%1
Сид %2
%3</translation>
    </message>
    <message>
        <source>Tile, seed %1, %2. %3</source>
        <translation>Плитка, сид %1, %2. %3</translation>
    </message>
</context>
<context>
    <name>tilewright::ui::TileStrip</name>
    <message>
        <source>Tiles made so far</source>
        <translation>Сделанные плитки</translation>
    </message>
    <message>
        <source>The tiles that you make appear here, each with its seed.</source>
        <translation>Здесь появятся ваши плитки, каждая со своим сидом.</translation>
    </message>
</context>
</TS>
