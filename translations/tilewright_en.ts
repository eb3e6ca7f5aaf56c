<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ImageWords</name>
    <message numerus="yes">
        <source>%n pictures in %1</source>
        <translation>
            <numerusform>%n picture in %1</numerusform>
            <numerusform>%n pictures in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n enlarged</source>
        <translation>
            <numerusform>%n enlarged</numerusform>
            <numerusform>%n enlarged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n over the ink limit of %1 %</source>
        <translation>
            <numerusform>%n over the ink limit of %1 %</numerusform>
            <numerusform>%n over the ink limit of %1 %</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message numerus="yes">
        <source>%n stars</source>
        <translation>
            <numerusform>%n star</numerusform>
            <numerusform>%n stars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message numerus="yes">
        <source>%n tile(s)</source>
        <translation>
            <numerusform>%n tile</numerusform>
            <numerusform>%n tiles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilewright::ui::AdapterRows</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vectors</source>
        <translation>
            <numerusform>%n vector</numerusform>
            <numerusform>%n vectors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilewright::ui::ArticleDialog</name>
    <message numerus="yes">
        <source>%n articles</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilewright::ui::ArticlePanel</name>
    <message numerus="yes">
        <source>%n chosen tiles</source>
        <translation>
            <numerusform>%n chosen tile</numerusform>
            <numerusform>%n chosen tiles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picked tiles</source>
        <translation>
            <numerusform>%n picked tile</numerusform>
            <numerusform>%n picked tiles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tiles with 4 stars or 5</source>
        <translation>
            <numerusform>%n tile with 4 stars or 5</numerusform>
            <numerusform>%n tiles with 4 stars or 5</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tiles of the gallery</source>
        <translation>
            <numerusform>%n tile of the gallery</numerusform>
            <numerusform>%n tiles of the gallery</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tiles left out…</source>
        <translation>
            <numerusform>%n tile left out…</numerusform>
            <numerusform>%n tiles left out…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n articles</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilewright::ui::DataPage</name>
    <message numerus="yes">
        <source>%n articles</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilewright::ui::DesktopNotifier</name>
    <message numerus="yes">
        <source>%n tiles were made.</source>
        <translation>
            <numerusform>%n tile was made.</numerusform>
            <numerusform>%n tiles were made.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilewright::ui::FloorTable</name>
    <message numerus="yes">
        <source>%1
%n pictures are laid in turn</source>
        <translation>
            <numerusform>%1
%n picture is laid in turn</numerusform>
            <numerusform>%1
%n pictures are laid in turn</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilewright::ui::Gallery</name>
    <message numerus="yes">
        <source>%n tiles deleted</source>
        <translation>
            <numerusform>%n tile deleted</numerusform>
            <numerusform>%n tiles deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted tiles are left from the last time.</source>
        <translation>
            <numerusform>%n deleted tile is left from the last time.</numerusform>
            <numerusform>%n deleted tiles are left from the last time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tiles</source>
        <translation>
            <numerusform>%n tile</numerusform>
            <numerusform>%n tiles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n selected</source>
        <translation>
            <numerusform>%1, %n selected</numerusform>
            <numerusform>%1, %n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilewright::ui::GalleryView</name>
    <message numerus="yes">
        <source>%n seeds</source>
        <translation>
            <numerusform>%n seed</numerusform>
            <numerusform>%n seeds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilewright::ui::ImagesPage</name>
    <message numerus="yes">
        <source>Export %n pictures</source>
        <translation>
            <numerusform>Export %n picture</numerusform>
            <numerusform>Export %n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilewright::ui::JobMessages</name>
    <message numerus="yes">
        <source>%n tiles were waiting when Tilewright was closed.</source>
        <translation>
            <numerusform>%n tile was waiting when Tilewright was closed.</numerusform>
            <numerusform>%n tiles were waiting when Tilewright was closed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilewright::ui::MessageBar</name>
    <message numerus="yes">
        <source>%n times: %1</source>
        <translation>
            <numerusform>%n time: %1</numerusform>
            <numerusform>%n times: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilewright::ui::ModelLine</name>
    <message numerus="yes">
        <source>%n LoRAs</source>
        <translation>
            <numerusform>%n LoRA</numerusform>
            <numerusform>%n LoRAs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilewright::ui::OrderPage</name>
    <message numerus="yes">
        <source>%1 kg of granules in %n bag(s)</source>
        <translation>
            <numerusform>%1 kg of granules in %n bag</numerusform>
            <numerusform>%1 kg of granules in %n bags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 m² of %n tile(s), %2 % waste, %3 % binder, bags of %4 kg</source>
        <translation>
            <numerusform>%1 m² of %n tile, %2 % waste, %3 % binder, bags of %4 kg</numerusform>
            <numerusform>%1 m² of %n tiles, %2 % waste, %3 % binder, bags of %4 kg</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilewright::ui::OrderSettingsEditor</name>
    <message numerus="yes">
        <source>%n price(s) of a kilogram in %1</source>
        <translation>
            <numerusform>%n price of a kilogram in %1</numerusform>
            <numerusform>%n prices of a kilogram in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilewright::ui::PalettePanel</name>
    <message numerus="yes">
        <source>%n colours</source>
        <translation>
            <numerusform>%n colour</numerusform>
            <numerusform>%n colours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n colours</source>
        <translation>
            <numerusform>%1 of %n colour</numerusform>
            <numerusform>%1 of %n colours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The palette %1 is here, with %n colours.</source>
        <translation>
            <numerusform>The palette %1 is here, with %n colour.</numerusform>
            <numerusform>The palette %1 is here, with %n colours.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilewright::ui::ProgressStrip</name>
    <message numerus="yes">
        <source>Paused, %n tiles wait</source>
        <translation>
            <numerusform>Paused, %n tile waits</numerusform>
            <numerusform>Paused, %n tiles wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilewright::ui::QueueModel</name>
    <message numerus="yes">
        <source>seed %1, %2 × %3, %n steps</source>
        <translation>
            <numerusform>seed %1, %2 × %3, %n step</numerusform>
            <numerusform>seed %1, %2 × %3, %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilewright::ui::QueuePanel</name>
    <message numerus="yes">
        <source>%n tiles</source>
        <translation>
            <numerusform>%n tile</numerusform>
            <numerusform>%n tiles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tiles from last time</source>
        <translation>
            <numerusform>%n tile from last time</numerusform>
            <numerusform>%n tiles from last time</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilewright::ui::RecipePanel</name>
    <message numerus="yes">
        <source>%n recipe(s) exported to %1.</source>
        <translation>
            <numerusform>%n recipe exported to %1.</numerusform>
            <numerusform>%n recipes exported to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recipe(s) added.</source>
        <translation>
            <numerusform>%n recipe added.</numerusform>
            <numerusform>%n recipes added.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilewright::ui::SamplingEditor</name>
    <message numerus="yes">
        <source>Steps for %n colours</source>
        <translation>
            <numerusform>Steps for %n colour</numerusform>
            <numerusform>Steps for %n colours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Guidance for %n colours</source>
        <translation>
            <numerusform>Guidance for %n colour</numerusform>
            <numerusform>Guidance for %n colours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilewright::ui::SeedStrip</name>
    <message numerus="yes">
        <source>%n seeds</source>
        <translation>
            <numerusform>%n seed</numerusform>
            <numerusform>%n seeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tiles</source>
        <translation>
            <numerusform>%n tile</numerusform>
            <numerusform>%n tiles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilewright::ui::StudioWindow</name>
    <message numerus="yes">
        <source>%n tiles added to the catalogue.</source>
        <translation>
            <numerusform>%n tile added to the catalogue.</numerusform>
            <numerusform>%n tiles added to the catalogue.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tile(s) were deleted when Tilewright was last closed in a hurry.</source>
        <translation>
            <numerusform>%n tile was deleted when Tilewright was last closed in a hurry.</numerusform>
            <numerusform>%n tiles were deleted when Tilewright was last closed in a hurry.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Generate %n tiles</source>
        <translation>
            <numerusform>Generate %n tile</numerusform>
            <numerusform>Generate %n tiles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilewright::ui::TaskStrip</name>
    <message numerus="yes">
        <source>%n notes…</source>
        <translation>
            <numerusform>%n note…</numerusform>
            <numerusform>%n notes…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tilewright::ui::TileInspector</name>
    <message numerus="yes">
        <source>%n tiles selected</source>
        <translation>
            <numerusform>%n tile selected</numerusform>
            <numerusform>%n tiles selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n attempts</source>
        <translation>
            <numerusform>%1, %n attempt</numerusform>
            <numerusform>%1, %n attempts</numerusform>
        </translation>
    </message>
</context>
</TS>
