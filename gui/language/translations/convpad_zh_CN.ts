<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About ConvPad</source>
        <translation>关于 ConvPad</translation>
    </message>
    <message>
        <source>Draw a digit and watch every number of a small network.</source>
        <translation>画一个数字，看清一个小网络里的每一个数。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>ConvPad is free software under the MIT licence.&lt;br&gt;&lt;br&gt;MNIST: Yann LeCun and Corinna Cortes, CC BY-SA 3.0.&lt;br&gt;Qt {0} and PySide6: LGPL 3. PyTorch and NumPy: BSD. pyqtgraph: MIT. safetensors: Apache 2.0. Pillow: MIT-CMU. tqdm: MPL 2.0 and MIT.&lt;br&gt;Colour maps: viridis (CC0) and PuOr of ColorBrewer (Apache 2.0). Chinese font: Noto Sans SC (OFL 1.1).</source>
        <translation>ConvPad 是采用 MIT 许可证的自由软件。&lt;br&gt;&lt;br&gt;MNIST：Yann LeCun 与 Corinna Cortes，CC BY-SA 3.0。&lt;br&gt;Qt {0} 与 PySide6：LGPL 3。PyTorch 与 NumPy：BSD。pyqtgraph：MIT。safetensors：Apache 2.0。Pillow：MIT-CMU。tqdm：MPL 2.0 与 MIT。&lt;br&gt;色图：viridis (CC0) 与 ColorBrewer 的 PuOr (Apache 2.0)。中文字体：Noto Sans SC (OFL 1.1)。</translation>
    </message>
    <message>
        <source>Open data folder</source>
        <translation>打开数据文件夹</translation>
    </message>
    <message>
        <source>Show the folder with your networks, examples, unfinished runs and the log</source>
        <translation>显示存放网络、样例、未完成训练和日志的文件夹</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close this window (Esc)</source>
        <translation>关闭此窗口（Esc）</translation>
    </message>
</context>
<context>
    <name>AnswersPlot</name>
    <message>
        <source>Probabilities of your drawing over the steps</source>
        <translation>你的画在各步的概率</translation>
    </message>
    <message>
        <source>How probable each digit was for the drawing on your pad, as the network learned. Change the drawing, and all steps are answered anew.
Click a step to see the network as it was then.</source>
        <translation>随着网络学习，画板上的画被认作每个数字的概率。改动这幅画，所有步都会重新回答。
点击某一步，即可看到当时的网络。</translation>
    </message>
</context>
<context>
    <name>AugmentationFields</name>
    <message>
        <source>Augmentation: digits changed as other hands write them</source>
        <translation>数据增强：把数字变成别人的笔迹</translation>
    </message>
    <message>
        <source>Off for these data: each of these changes is one that leaves a digit the same digit.</source>
        <translation>对这些数据不用：这些变化都是让数字仍是同一个数字的变化。</translation>
    </message>
    <message>
        <source>Turn, slant, stretch and bend each digit a little, otherwise each time</source>
        <translation>把每个数字稍微旋转、倾斜、拉伸、弯曲，每次都不同</translation>
    </message>
    <message>
        <source>Thicker and thinner pens, fuller and fainter ink</source>
        <translation>更粗或更细的笔，更浓或更淡的墨</translation>
    </message>
    <message>
        <source>Strokes that other writers add: a bar through 7, a slash through 0, a flag and a foot on 1</source>
        <translation>别人会加的笔画：7 上的横杠、0 上的斜线、1 的钩和底</translation>
    </message>
    <message>
        <source>shift, rotate, scale, shear, bend</source>
        <translation>平移、旋转、缩放、错切、弯曲</translation>
    </message>
    <message>
        <source>stroke thickness</source>
        <translation>笔画粗细</translation>
    </message>
    <message>
        <source>writing styles (crossed 7, slashed 0)</source>
        <translation>书写风格（带横的 7、带斜线的 0）</translation>
    </message>
    <message>
        <source>strength of the augmentation</source>
        <translation>数据增强的强度</translation>
    </message>
    <message>
        <source>How far and how often digits are changed; 0 leaves them as MNIST has them</source>
        <translation>数字变化的幅度和频率；0 表示保持 MNIST 的原样</translation>
    </message>
    <message>
        <source>strength</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>Preview…</source>
        <translation>预览…</translation>
    </message>
    <message>
        <source>See sixteen digits as the network will get them</source>
        <translation>看看网络将得到的十六个数字</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>Width of the pad</source>
        <translation>画板的宽度</translation>
    </message>
    <message>
        <source>Drag to make the pad wider or narrower; it is remembered</source>
        <translation>拖动可让画板变宽或变小；会被记住</translation>
    </message>
</context>
<context>
    <name>Bubble</name>
    <message>
        <source>Tour</source>
        <translation>导览</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>结束导览</translation>
    </message>
    <message>
        <source>Leave it here (Escape); the drawing stays</source>
        <translation>停在这里 (Esc)；画会保留</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>To the step before</source>
        <translation>回到上一步</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>演示给我看</translation>
    </message>
    <message>
        <source>Do this step for me</source>
        <translation>替我做这一步</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>Which cards are shown</source>
        <translation>显示哪些卡片</translation>
    </message>
    <message>
        <source>A larger window shows all cards at once. Left and right change the tab.</source>
        <translation>更大的窗口会同时显示所有卡片。左右键切换标签页。</translation>
    </message>
    <message>
        <source>Your ink</source>
        <translation>你的笔迹</translation>
    </message>
    <message>
        <source>Training digits</source>
        <translation>训练数字</translation>
    </message>
    <message>
        <source>The last layer</source>
        <translation>最后一层</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>墨迹</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>改变</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>线</translation>
    </message>
    <message>
        <source>Last layer</source>
        <translation>最后一层</translation>
    </message>
    <message>
        <source>Most like it</source>
        <translation>最像的</translation>
    </message>
</context>
<context>
    <name>CellEditor</name>
    <message>
        <source>Type a number from -99 to 99; Return takes it over, Escape leaves it as it was</source>
        <translation>输入 -99 到 99 的数；回车确认，Esc 保持原样</translation>
    </message>
</context>
<context>
    <name>ChangeCard</name>
    <message>
        <source>What would change it</source>
        <translation>什么会改变它</translation>
    </message>
    <message>
        <source>searched</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Look for a stroke</source>
        <translation>找一笔</translation>
    </message>
    <message>
        <source>Tries about 2,500 strokes on a copy of the pad, drawn and erased, and offers what changes it.</source>
        <translation>在画板的副本上尝试约 2500 笔，画的和擦的，给出能改变结果的。</translation>
    </message>
    <message>
        <source>Look for a little change</source>
        <translation>找一点点改动</translation>
    </message>
    <message>
        <source>Follows the gradient to the smallest change of all pixels after which the rival is read.</source>
        <translation>沿梯度找到使网络读成对手的、所有像素的最小改动。</translation>
    </message>
    <message>
        <source>A little everywhere: the smallest change of all pixels after which it reads {0}.</source>
        <translation>处处一点点：使它读成 {0} 的所有像素的最小改动。</translation>
    </message>
    <message>
        <source>No change of all pixels by at most a half was found after which it reads {0}.</source>
        <translation>没有找到每个像素最多改 0.5 就读成 {0} 的改动。</translation>
    </message>
    <message>
        <source>What was looked for is no longer asked: the drawing, the question or the network changed.</source>
        <translation>所寻找的问题已不成立：绘图、问题或网络已改变。</translation>
    </message>
    <message>
        <source>waits for the other search…</source>
        <translation>等待另一个搜索…</translation>
    </message>
    <message>
        <source>{0:,} strokes tried</source>
        <translation>已尝试 {0:,} 笔</translation>
    </message>
    <message>
        <source>No single stroke was found after which it no longer reads {0}.</source>
        <translation>没有找到能使它不再读成 {0} 的一笔。</translation>
    </message>
    <message>
        <source>One stroke, drawn or erased, after which the pad reads {0}, or anything but {1}.</source>
        <translation>画或擦一笔，之后画板读成 {0}，或者不再是 {1}。</translation>
    </message>
</context>
<context>
    <name>ChannelRow</name>
    <message>
        <source>Input, channel {0}</source>
        <translation>输入，通道 {0}</translation>
    </message>
    <message>
        <source>One channel of the input; dotted zeros around it are padding. Click a cell and type a number. Pointing at it moves the kernel there and lights the outputs that the cell goes into.</source>
        <translation>输入的一个通道；周围虚线的零是填充。点击一格可输入一个数。指向它，卷积核就移到那里，用到这一格的输出格会亮起。</translation>
    </message>
    <message>
        <source>Patch under the kernel, channel {0}</source>
        <translation>卷积核下的区域，通道 {0}</translation>
    </message>
    <message>
        <source>The numbers of the input under the kernel.</source>
        <translation>卷积核下面的输入数。</translation>
    </message>
    <message>
        <source>Kernel of channel {0}</source>
        <translation>通道 {0} 的卷积核</translation>
    </message>
    <message>
        <source>The weights for this channel alone; another channel has others. Click one and type a number.</source>
        <translation>只用于这个通道的权重；其他通道另有各自的权重。点击一个可输入一个数。</translation>
    </message>
    <message>
        <source>Products of channel {0}</source>
        <translation>通道 {0} 的乘积</translation>
    </message>
    <message>
        <source>Each number under the kernel times the weight on it.</source>
        <translation>卷积核下的每个数乘以其上的权重。</translation>
    </message>
    <message>
        <source>The products of this channel added up.</source>
        <translation>这个通道的乘积之和。</translation>
    </message>
</context>
<context>
    <name>ChannelRows</name>
    <message>
        <source>The sum, channel by channel</source>
        <translation>求和，逐个通道</translation>
    </message>
    <message>
        <source>Patch × kernel, number by number, then added up. Each input channel has a kernel of its own.</source>
        <translation>区域 × 卷积核，逐个数相乘再相加。每个输入通道都有自己的卷积核。</translation>
    </message>
    <message>
        <source>{0}: weight {1:+.4f}</source>
        <translation>{0}：权重 {1:+.4f}</translation>
    </message>
    <message>
        <source>{0}, row {1}, column {2}: {3:.4f}; × {4:+.4f} for A, × {5:+.4f} for B</source>
        <translation>{0}，第 {1} 行，第 {2} 列：{3:.4f}；A 乘 {4:+.4f}，B 乘 {5:+.4f}</translation>
    </message>
    <message>
        <source>{0}, row {1}, column {2}: {3:.4f} × {4:+.4f} = {5:+.4f}</source>
        <translation>{0}，行 {1}，列 {2}：{3:.4f} × {4:+.4f} = {5:+.4f}</translation>
    </message>
    <message>
        <source> (padding: always 0)</source>
        <translation>（填充：恒为 0）</translation>
    </message>
</context>
<context>
    <name>ColorBar</name>
    <message>
        <source>min</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Colours from {0} to {1}</source>
        <translation>颜色从 {0} 到 {1}</translation>
    </message>
</context>
<context>
    <name>CompareSide</name>
    <message>
        <source>The network&apos;s answer</source>
        <translation>网络的回答</translation>
    </message>
    <message>
        <source>Probabilities of the ten digits</source>
        <translation>十个数字的概率</translation>
    </message>
    <message>
        <source>How likely this network finds each digit</source>
        <translation>这个网络认为每个数字有多大可能</translation>
    </message>
    <message>
        <source>Kernels of the first layer</source>
        <translation>第一层的卷积核</translation>
    </message>
    <message>
        <source>What its first layer looks for</source>
        <translation>它的第一层在寻找什么</translation>
    </message>
    <message>
        <source>Feature maps of the first layer</source>
        <translation>第一层的特征图</translation>
    </message>
    <message>
        <source>What it finds in your drawing</source>
        <translation>它在你的画中找到了什么</translation>
    </message>
    <message>
        <source>conv1 · kernels and feature maps</source>
        <translation>conv1 · 卷积核和特征图</translation>
    </message>
    <message>
        <source>{0:,} parameters</source>
        <translation>{0:,} 个参数</translation>
    </message>
    <message>
        <source>{0:.2f} M multiply-adds</source>
        <translation>{0:.2f} M 次乘加</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take back the last stroke</source>
        <translation>撤回最后一笔</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Empty the pad; can be undone</source>
        <translation>清空画板；可以撤销</translation>
    </message>
    <message>
        <source>Both answer: {0}</source>
        <translation>两个都回答：{0}</translation>
    </message>
    <message>
        <source>They differ: {0} – {1}</source>
        <translation>回答不同：{0} – {1}</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Input, frozen setting</source>
        <translation>输入，保留的设置</translation>
    </message>
    <message>
        <source>Input, setting of now</source>
        <translation>输入，现在的设置</translation>
    </message>
    <message>
        <source>Output, frozen setting</source>
        <translation>输出，保留的设置</translation>
    </message>
    <message>
        <source>Output, setting of now</source>
        <translation>输出，现在的设置</translation>
    </message>
    <message>
        <source>Pointing at a cell shows in both settings which outputs it goes into.</source>
        <translation>指向一格，两种设置里用到它的输出格都会亮起。</translation>
    </message>
    <message>
        <source>What this setting makes of the input. Pointing at a cell shows what it reads.</source>
        <translation>这种设置由输入得到的结果。指向一格，可看它读取了什么。</translation>
    </message>
    <message>
        <source>now: {0}</source>
        <translation>现在：{0}</translation>
    </message>
    <message>
        <source>frozen: {0}</source>
        <translation>保留：{0}</translation>
    </message>
    <message>
        <source>goes into {0} and {1}</source>
        <translation>用于 {0} 格和 {1} 格</translation>
    </message>
    <message>
        <source>out[{0}, {1}] = {2}</source>
        <translation>out[{0}, {1}] = {2}</translation>
    </message>
</context>
<context>
    <name>ConfusionView</name>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>How often each digit (down) was read as each (across); click a cell, or use the arrow keys</source>
        <translation>每个数字（行）被读成各个数字（列）的次数；点击一格，或用方向键选择</translation>
    </message>
    <message>
        <source>{0} read as {1}: A {2:,}, B {3:,}</source>
        <translation>{0} 读成 {1}：A {2:,} 个，B {3:,} 个</translation>
    </message>
    <message>
        <source>{0} read as {1}: {2:,} of {3:,} ({4:.1f} %)</source>
        <translation>{0} 读成 {1}：{3:,} 个中有 {2:,} 个（{4:.1f} %）</translation>
    </message>
</context>
<context>
    <name>ContextMenu</name>
    <message>
        <source>Copy as a picture</source>
        <translation>复制为图片</translation>
    </message>
    <message>
        <source>Copy the numbers</source>
        <translation>复制数值</translation>
    </message>
    <message>
        <source>Export as a picture…</source>
        <translation>导出为图片…</translation>
    </message>
    <message>
        <source>Export the numbers…</source>
        <translation>导出数值…</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>Save the numbers</source>
        <translation>保存数值</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
</context>
<context>
    <name>CountedCard</name>
    <message>
        <source>What the last layer counted</source>
        <translation>最后一层数了什么</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>speak most for {0}</source>
        <translation>最支持 {0}</translation>
    </message>
    <message>
        <source>for {0}</source>
        <translation>支持 {0}</translation>
    </message>
    <message>
        <source>all {0} maps</source>
        <translation>全部 {0} 张图</translation>
    </message>
    <message>
        <source>{0} maps {1}  bias {2}</source>
        <translation>{0} 张图 {1}  偏置 {2}</translation>
    </message>
    <message>
        <source>✓ equals PyTorch&apos;s {0}</source>
        <translation>✓ 等于 PyTorch 的 {0}</translation>
    </message>
    <message>
        <source>✗ PyTorch says {0}</source>
        <translation>✗ PyTorch 的值是 {0}</translation>
    </message>
    <message>
        <source>exact ✓</source>
        <translation>精确 ✓</translation>
    </message>
    <message>
        <source>not equal</source>
        <translation>不相等</translation>
    </message>
</context>
<context>
    <name>Curves</name>
    <message>
        <source>Loss and validation accuracy over the steps</source>
        <translation>各步的损失与验证准确率</translation>
    </message>
    <message>
        <source>Loss: how wrong the network is on the images of a step. Validation: how many of the images that it does not learn from it reads right.
The wheel zooms into the steps, dragging moves them. Click a step to see the network as it was then.</source>
        <translation>损失：网络在一步的图像上错得多少。验证：不用来学习的图像中它读对了多少。
滚轮放大各步，拖动可以移动。点击一步，看网络当时的样子。</translation>
    </message>
</context>
<context>
    <name>DataRow</name>
    <message>
        <source>data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>What to learn from. A folder: four IDX files of 28 × 28 images in ten classes (Fashion-MNIST, Kuzushiji-MNIST, EMNIST digits, your own) and beside them labels.txt with ten names, a line each; or ten subfolders with pictures, a class each.</source>
        <translation>用什么来学习。文件夹里是：四个 IDX 文件，28 × 28 的图像，共十类（Fashion-MNIST、Kuzushiji-MNIST、EMNIST 数字，或你自己的），旁边的 labels.txt 写十个名字，每行一个；或者十个放图片的子文件夹，每个一类。</translation>
    </message>
    <message>
        <source>folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>{0} MNIST is chosen instead.</source>
        <translation>{0} 已改用 MNIST。</translation>
    </message>
    <message>
        <source>Taken for the digits 0 to 9; of anything else labels.txt must say what it is.</source>
        <translation>当作数字 0 到 9；若是别的东西，labels.txt 须写明是什么。</translation>
    </message>
    <message>
        <source>A folder with images to learn from</source>
        <translation>用来学习的图像文件夹</translation>
    </message>
</context>
<context>
    <name>Design</name>
    <message>
        <source>choice of layers</source>
        <translation>选择的层</translation>
    </message>
    <message>
        <source>conv{0}, {1}</source>
        <translation>conv{0}，{1}</translation>
    </message>
    <message>
        <source>new layer</source>
        <translation>新的层</translation>
    </message>
    <message>
        <source>removal of a layer</source>
        <translation>移除层</translation>
    </message>
    <message>
        <source>move of a layer</source>
        <translation>移动层</translation>
    </message>
</context>
<context>
    <name>DesignCard</name>
    <message>
        <source>Network design</source>
        <translation>网络设计</translation>
    </message>
    <message>
        <source>Layers of the network</source>
        <translation>网络的层</translation>
    </message>
    <message>
        <source>Click a number to change it. With the keyboard: arrows, digits, + and −, Space, Ctrl+Z</source>
        <translation>点击一个数即可更改。用键盘：方向键、数字键、+ 和 −、空格、Ctrl+Z</translation>
    </message>
    <message>
        <source>Start from ▾</source>
        <translation>载入设计 ▾</translation>
    </message>
    <message>
        <source>Start from a known network</source>
        <translation>从一个已知的网络开始</translation>
    </message>
    <message>
        <source>Put a known network into the table; Undo brings yours back</source>
        <translation>把一个已知的网络放进表格；撤销可以找回你的网络</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take back the last change (Ctrl+Z)</source>
        <translation>撤回上一次更改 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Bring it back (Ctrl+Shift+Z)</source>
        <translation>恢复 (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>The layers of the weights that ConvPad ships</source>
        <translation>ConvPad 自带权重的层</translation>
    </message>
    <message>
        <source>The smallest that reads 98 %</source>
        <translation>能读对 98 % 的最小网络</translation>
    </message>
    <message>
        <source>After four epochs with Quick&apos;s settings it read 98.3 % of MNIST&apos;s test set</source>
        <translation>用“快速”的设置训练四轮后，它读对了 MNIST 测试集的 98.3 %</translation>
    </message>
    <message>
        <source>One 5 × 5 layer</source>
        <translation>一个 5 × 5 层</translation>
    </message>
    <message>
        <source>How far one layer of kernels gets</source>
        <translation>一层卷积核能做到什么程度</translation>
    </message>
    <message>
        <source>Like LeNet-5 (1998)</source>
        <translation>类似 LeNet-5 (1998)</translation>
    </message>
    <message>
        <source>LeCun&apos;s layers, with ReLU and max-pool; the layer of 84 is left out</source>
        <translation>LeCun 的层，改用 ReLU 和最大池化；省去 84 个单元的那一层</translation>
    </message>
    <message>
        <source>Smaller by stride</source>
        <translation>用步幅缩小</translation>
    </message>
    <message>
        <source>28 → 14 → 7 → 3 by leaving out places; compare it with max-pool</source>
        <translation>靠跳过位置得到 28 → 14 → 7 → 3；可与最大池化比较</translation>
    </message>
    <message>
        <source>Smaller by max-pool</source>
        <translation>用最大池化缩小</translation>
    </message>
    <message>
        <source>The same layers and parameters, 28 → 14 → 7 → 3 by pooling: 4.5 times the multiplications</source>
        <translation>同样的层和参数，靠池化得到 28 → 14 → 7 → 3：乘法次数是 4.5 倍</translation>
    </message>
    <message>
        <source>The network in use</source>
        <translation>正在使用的网络</translation>
    </message>
    <message>
        <source>Its layers, to go on from</source>
        <translation>从它的层开始设计</translation>
    </message>
    <message>
        <source>{0} · {1:,} parameters</source>
        <translation>{0} · {1:,} 个参数</translation>
    </message>
    <message>
        <source>+ Add</source>
        <translation>+ 添加</translation>
    </message>
    <message>
        <source>One more layer behind the chosen one</source>
        <translation>在所选的层后面再加一层</translation>
    </message>
    <message>
        <source>− Remove</source>
        <translation>− 移除</translation>
    </message>
    <message>
        <source>Take the chosen layer out</source>
        <translation>去掉所选的层</translation>
    </message>
    <message>
        <source>Move the chosen layer towards the image</source>
        <translation>把所选的层向图像方向移动</translation>
    </message>
    <message>
        <source>Move the chosen layer towards the answer</source>
        <translation>把所选的层向回答方向移动</translation>
    </message>
    <message>
        <source>Copy as PyTorch code</source>
        <translation>复制为 PyTorch 代码</translation>
    </message>
    <message>
        <source>A complete program for the clipboard: runs as it stands, and takes weights saved by ConvPad</source>
        <translation>把完整的程序放到剪贴板：可以直接运行，也能读取 ConvPad 保存的权重</translation>
    </message>
    <message>
        <source>Copied: paste it into a file and run it with python</source>
        <translation>已复制：粘贴到文件里，用 python 运行</translation>
    </message>
    <message>
        <source>Not possible: {0}</source>
        <translation>不可能：{0}</translation>
    </message>
    <message>
        <source>Network · change a layer and the sizes follow; training starts from new weights</source>
        <translation>网络 · 更改一层，大小随之改变；训练从新的权重开始</translation>
    </message>
    <message>
        <source>{0:,} parameters · {1:.2f} M multiply-adds</source>
        <translation>{0:,} 个参数 · {1:.2f} M 次乘加</translation>
    </message>
</context>
<context>
    <name>DigitRates</name>
    <message>
        <source>Accuracy of each digit</source>
        <translation>各数字的准确率</translation>
    </message>
    <message>
        <source>Of the images of each digit, how many were read right; the lines are 95 % confidence intervals</source>
        <translation>每个数字的图像中读对的比例；横线是 95 % 置信区间</translation>
    </message>
</context>
<context>
    <name>Drawing</name>
    <message>
        <source>stroke</source>
        <translation>笔画</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>clearing</source>
        <translation>清空</translation>
    </message>
</context>
<context>
    <name>DrawingPad</name>
    <message>
        <source>Drawing pad</source>
        <translation>画板</translation>
    </message>
    <message>
        <source>Draw a digit. With the keyboard: arrows move the pen, Space puts it down and lifts it.</source>
        <translation>画一个数字。用键盘：方向键移动笔，空格键落笔和抬笔。</translation>
    </message>
    <message>
        <source>draw a digit</source>
        <translation>请画一个数字</translation>
    </message>
    <message>
        <source>The pad is full. Undo a stroke, or clear it.</source>
        <translation>画板已满。请撤销一笔，或清空画板。</translation>
    </message>
</context>
<context>
    <name>DrawingPanel</name>
    <message>
        <source>Drawing and answer</source>
        <translation>画和回答</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>画笔</translation>
    </message>
    <message>
        <source>Draw (P)</source>
        <translation>绘画 (P)</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>橡皮</translation>
    </message>
    <message>
        <source>Take ink away (E); the right mouse button erases too</source>
        <translation>擦去墨迹 (E)；鼠标右键也可以擦除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take back the last stroke (Ctrl+Z)</source>
        <translation>撤销上一笔 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Bring it back (Ctrl+Shift+Z)</source>
        <translation>恢复上一笔 (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Empty the pad (Delete); can be undone</source>
        <translation>清空画板 (Delete)；可以撤销</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>笔的粗细</translation>
    </message>
    <message>
        <source>Width of the pen; the keys [ and ] make it thinner and thicker</source>
        <translation>笔的粗细；按 [ 和 ] 键变细或变粗</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>粗细</translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation>网络看到的图像</translation>
    </message>
    <message>
        <source>The 28 × 28 numbers the first layer reads, 0 (black) to 1 (white)</source>
        <translation>第一层读取的 28 × 28 个数，从 0（黑）到 1（白）</translation>
    </message>
    <message>
        <source>28 × 28, values 0 … 1</source>
        <translation>28 × 28，取值 0 … 1</translation>
    </message>
    <message>
        <source>Show the steps</source>
        <translation>查看步骤</translation>
    </message>
    <message>
        <source>How your ink becomes this image, as MNIST was made</source>
        <translation>你的墨迹如何变成这幅图像，做法与 MNIST 相同</translation>
    </message>
    <message>
        <source>The network&apos;s answer</source>
        <translation>网络的回答</translation>
    </message>
    <message>
        <source>Probabilities of the ten digits</source>
        <translation>十个数字的概率</translation>
    </message>
    <message>
        <source>How likely the network finds each digit; together they make 100 %</source>
        <translation>网络认为每个数字有多大可能；合计 100 %</translation>
    </message>
    <message>
        <source>draw a digit</source>
        <translation>请画一个数字</translation>
    </message>
    <message>
        <source>draw, or drop a picture</source>
        <translation>画一画，或拖入图片</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>of {0}</source>
        <translation>共 {0}</translation>
    </message>
    <message>
        <source>the whole pad,
as it lies</source>
        <translation>整个画板，
原样读取</translation>
    </message>
    <message>
        <source>cropped → 20 × 20,
mass in the middle</source>
        <translation>裁剪 → 20 × 20，
质心移到正中</translation>
    </message>
    <message>
        <source>turned by {0:+.0f}°, cropped →
20 × 20, mass in the middle</source>
        <translation>转了 {0:+.0f}°、裁剪 →
20 × 20，质心移到正中</translation>
    </message>
    <message>
        <source>row {0}, column {1}: {2:.2f}</source>
        <translation>行 {0}，列 {1}：{2:.2f}</translation>
    </message>
</context>
<context>
    <name>EnlargedMap</name>
    <message>
        <source>The chosen feature map, enlarged</source>
        <translation>选中的特征图，放大</translation>
    </message>
    <message>
        <source>One square is one number. Click one, or move with the arrow keys, to see where it comes from.</source>
        <translation>一个方块是一个数。点击它，或用方向键移动，看它从何而来。</translation>
    </message>
</context>
<context>
    <name>EvaluateHints</name>
    <message>
        <source>Try: compare it with the validation set; they should agree within the interval.</source>
        <translation>试一试：与验证集比较；两者应在区间之内一致。</translation>
    </message>
    <message>
        <source>Try: choose between two recipes by this one, and report the other.</source>
        <translation>试一试：用这个在两个配方之间选择，用另一个报告结果。</translation>
    </message>
    <message>
        <source>Try: before and after learning from your examples.</source>
        <translation>试一试：用你的样例学习之前和之后各评估一次。</translation>
    </message>
    <message>
        <source>Try: train Quick, keep it, and compare it with the shipped network.</source>
        <translation>试一试：训练“快速”，保留它，再与自带的网络比较。</translation>
    </message>
    <message>
        <source>Try: A, then B: which mistakes are the same?</source>
        <translation>试一试：先看 A，再看 B：哪些错误相同？</translation>
    </message>
    <message>
        <source>Try: click a cell here, then A: does the other network make this mistake as well?</source>
        <translation>试一试：在这里点击一格，再选 A：另一个网络也有这个错误吗？</translation>
    </message>
    <message>
        <source>Try: click a blue cell off the diagonal: a mistake that B makes more often.</source>
        <translation>试一试：点击对角线以外的蓝色格子：B 出现得更多的错误。</translation>
    </message>
    <message>
        <source>Try: another network under Networks, then again: how many mistakes do they share?</source>
        <translation>试一试：在“网络”里换一个网络，再评估一次：它们有多少相同的错误？</translation>
    </message>
    <message>
        <source>Try: it after you changed a weight by hand.</source>
        <translation>试一试：手动改一个权重之后再用它。</translation>
    </message>
    <message>
        <source>Try: stop early: the interval is wider with fewer digits.</source>
        <translation>试一试：提前停止：数字越少，区间越宽。</translation>
    </message>
    <message>
        <source>Try: click the largest number off the diagonal and look at the digits.</source>
        <translation>试一试：点击对角线以外最大的数，看看那些数字。</translation>
    </message>
    <message>
        <source>Try: click a cell first, then come back to all of them.</source>
        <translation>试一试：先点击一格，再回到全部错误。</translation>
    </message>
    <message>
        <source>Try: the first ones, of which it was surest. Would you have read them?</source>
        <translation>试一试：看最前面的，网络对它们最有把握。换成你会读对吗？</translation>
    </message>
</context>
<context>
    <name>EvaluatePage</name>
    <message>
        <source>Evaluate on</source>
        <translation>评估所用数据</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>与之比较</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop; what is measured by then stays</source>
        <translation>停止；已测得的结果保留</translation>
    </message>
    <message>
        <source>Evaluation progress</source>
        <translation>评估进度</translation>
    </message>
    <message>
        <source>Evaluate this one</source>
        <translation>评估当前网络</translation>
    </message>
    <message>
        <source>Read the same images with a second network: its curves, its matrix, and where the two differ. Networks trained on other data are not offered.</source>
        <translation>用第二个网络读取同样的图像：它的曲线、矩阵，以及两者的差别。用其他数据训练的网络不在其中。</translation>
    </message>
    <message>
        <source>Read all images with the network on display, in the background; you can go on drawing</source>
        <translation>用显示中的网络在后台读取所有图像；你可以继续画</translation>
    </message>
    <message>
        <source>Read all images with the network on display</source>
        <translation>用显示中的网络读取所有图像</translation>
    </message>
    <message>
        <source>A: {0}</source>
        <translation>A：{0}</translation>
    </message>
    <message>
        <source>no other network</source>
        <translation>不比较</translation>
    </message>
    <message>
        <source>previous: {0}</source>
        <translation>前一个：{0}</translation>
    </message>
    <message>
        <source>in use: {0}</source>
        <translation>正在使用：{0}</translation>
    </message>
    <message>
        <source>shipped: {0}</source>
        <translation>自带：{0}</translation>
    </message>
    <message>
        <source>{0}, changed by hand</source>
        <translation>{0}，手动修改过</translation>
    </message>
    <message>
        <source>the network that is learning</source>
        <translation>正在学习的网络</translation>
    </message>
    <message>
        <source>the new network, not kept yet</source>
        <translation>尚未保留的新网络</translation>
    </message>
    <message>
        <source>the network of step {0:,}</source>
        <translation>第 {0:,} 步的网络</translation>
    </message>
    <message>
        <source>Your examples are digits, and this network is of {0}: it reads none</source>
        <translation>你的示例是数字，而这个网络是 {0} 的网络：它不读数字</translation>
    </message>
    <message>
        <source>You have no examples yet: draw a digit on “Look inside” and click the one you meant.</source>
        <translation>还没有样例：在“看内部”页画一个数字，再点击你想写的那个。</translation>
    </message>
    <message>
        <source>These figures are older than your examples.</source>
        <translation>这些结果比你的样例旧。</translation>
    </message>
    <message>
        <source>These figures are of {0} as it was; it has changed since.</source>
        <translation>这些结果属于之前的 {0}；它此后已改变。</translation>
    </message>
    <message>
        <source>These figures are of {0}; on display is {1}.</source>
        <translation>这些结果属于 {0}；当前显示的是 {1}。</translation>
    </message>
    <message>
        <source>The other network is of {0}, this one of {1}: there is nothing to compare.</source>
        <translation>另一个网络是 {0} 的，这一个是 {1} 的：没有可比较的。</translation>
    </message>
    <message>
        <source>Stopped before the end.</source>
        <translation>未完成就停止了。</translation>
    </message>
    <message>
        <source>The network on display was not evaluated on these images yet. Read them all now?</source>
        <translation>显示中的网络还没有在这些图像上评估过。现在全部读一遍吗？</translation>
    </message>
    <message>
        <source>Reading the images…</source>
        <translation>正在读取图像…</translation>
    </message>
    <message>
        <source>Nothing was evaluated yet</source>
        <translation>还没有评估过</translation>
    </message>
    <message>
        <source>There is nothing to evaluate</source>
        <translation>没有可评估的内容</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>Exact: numbers that the network computed itself. Where they are added up, the sum is compared with PyTorch&apos;s own value.</source>
        <translation>精确：网络自己算出的数。相加时，总和与 PyTorch 自己的值比较。</translation>
    </message>
    <message>
        <source>Measured: the drawing was changed and the network was run again. Each number holds for its own change alone; several do not add up.</source>
        <translation>测量：改动画后再运行一次网络。每个数只对它自己的改动成立；几个数不能相加。</translation>
    </message>
    <message>
        <source>Searched: found by trying. What was found holds, but it is not the only one; and where nothing was found, there may still be one.</source>
        <translation>搜索：通过尝试找到。找到的确实成立，但不是唯一的；没有找到时，也可能仍然存在。</translation>
    </message>
    <message>
        <source>A shadow: many numbers pressed into a few. What lies apart here is different; what lies together need not be alike.</source>
        <translation>影子：把许多数压成几个。在这里分开的确实不同；在一起的不一定相像。</translation>
    </message>
</context>
<context>
    <name>Examples</name>
    <message>
        <source>{0} Lines that cannot be read were put aside as {1}; your other examples are there.</source>
        <translation>{0} 无法读取的行已另存为 {1}；其他样例都还在。</translation>
    </message>
    <message>
        <source>{0} Your examples were put aside as {1}.</source>
        <translation>{0} 你的样例已另存为 {1}。</translation>
    </message>
    <message>
        <source>There is nothing on the pad; draw the digit, or open a picture of it, first.</source>
        <translation>画板上没有内容；请先画出数字，或打开它的图片。</translation>
    </message>
</context>
<context>
    <name>ExamplesDialog</name>
    <message>
        <source>My examples</source>
        <translation>我的样例</translation>
    </message>
    <message>
        <source>Each drawing with the digit you meant; Delete removes the chosen ones</source>
        <translation>每幅画及你所指的数字；按 Delete 删除选中的</translation>
    </message>
    <message>
        <source>Drawings you kept with the digit you meant. The network can learn your hand from them in a few seconds; it sees MNIST&apos;s digits as well, so that it forgets nothing. Three of each digit help most.</source>
        <translation>你保留的画及所指的数字。网络几秒钟就能学会你的笔迹；它同时也看 MNIST 的数字，所以不会遗忘。每个数字三个样例效果最好。</translation>
    </message>
    <message>
        <source>Learning progress</source>
        <translation>学习进度</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Forget the chosen example</source>
        <translation>删除选中的样例</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop learning; nothing changes</source>
        <translation>停止学习；什么都不改变</translation>
    </message>
    <message>
        <source>Learn from my examples</source>
        <translation>用我的样例学习</translation>
    </message>
    <message>
        <source>Takes about five seconds; you can revert it</source>
        <translation>大约需要五秒钟；可以还原</translation>
    </message>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>my examples right</source>
        <translation>我的样例答对</translation>
    </message>
    <message>
        <source>MNIST test set right</source>
        <translation>MNIST 测试集答对</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Use the network that learned, and save it</source>
        <translation>使用学过的网络，并保存它</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Forget it and go back</source>
        <translation>放弃它，回到之前</translation>
    </message>
    <message>
        <source>No examples yet: draw a digit and click the one you meant.</source>
        <translation>还没有样例：画一个数字，然后点击你所指的数字。</translation>
    </message>
    <message>
        <source>The network in use is of {0} and learns no digits.</source>
        <translation>当前使用的是 {0} 的网络，它不学习数字。</translation>
    </message>
    <message>
        <source>{0} examples</source>
        <translation>{0} 个样例</translation>
    </message>
    <message>
        <source>Learning from your examples…</source>
        <translation>正在用你的样例学习…</translation>
    </message>
    <message>
        <source>Measuring on the MNIST test set…</source>
        <translation>正在用 MNIST 测试集检验…</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Weights as safetensors…</source>
        <translation>权重存为 safetensors…</translation>
    </message>
    <message>
        <source>Weights as ONNX…</source>
        <translation>权重存为 ONNX…</translation>
    </message>
    <message>
        <source>Network as PyTorch code…</source>
        <translation>网络存为 PyTorch 代码…</translation>
    </message>
    <message>
        <source>Network as Keras code…</source>
        <translation>网络存为 Keras 代码…</translation>
    </message>
    <message>
        <source>Network as Caffe files…</source>
        <translation>网络存为 Caffe 文件…</translation>
    </message>
    <message>
        <source>Panel as PNG or SVG</source>
        <translation>面板存为 PNG 或 SVG</translation>
    </message>
    <message>
        <source>Curves as CSV…</source>
        <translation>曲线存为 CSV…</translation>
    </message>
    <message>
        <source>Training as an animated picture…</source>
        <translation>训练过程存为动画…</translation>
    </message>
    <message>
        <source>The whole page</source>
        <translation>整个页面</translation>
    </message>
    <message>
        <source>{0} exists already; choose another name.</source>
        <translation>{0} 已经存在；请换一个名字。</translation>
    </message>
    <message>
        <source>Save weights</source>
        <translation>保存权重</translation>
    </message>
    <message>
        <source>Weights (*.safetensors)</source>
        <translation>权重 (*.safetensors)</translation>
    </message>
    <message>
        <source>Save as ONNX</source>
        <translation>存为 ONNX</translation>
    </message>
    <message>
        <source>ONNX model (*.onnx)</source>
        <translation>ONNX 模型 (*.onnx)</translation>
    </message>
    <message>
        <source>Save PyTorch code</source>
        <translation>保存 PyTorch 代码</translation>
    </message>
    <message>
        <source>Python program (*.py)</source>
        <translation>Python 程序 (*.py)</translation>
    </message>
    <message>
        <source>Save Keras code</source>
        <translation>保存 Keras 代码</translation>
    </message>
    <message>
        <source>Save for Caffe</source>
        <translation>保存为 Caffe 文件</translation>
    </message>
    <message>
        <source>Caffe network (*.prototxt)</source>
        <translation>Caffe 网络 (*.prototxt)</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG 图形 (*.svg)</translation>
    </message>
    <message>
        <source>Save the panel</source>
        <translation>保存面板</translation>
    </message>
    <message>
        <source>Save the curves</source>
        <translation>保存曲线</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Animated GIF (*.gif)</source>
        <translation>GIF 动画 (*.gif)</translation>
    </message>
    <message>
        <source>Animated WebP (*.webp)</source>
        <translation>WebP 动画 (*.webp)</translation>
    </message>
    <message>
        <source>Animated PNG (*.png)</source>
        <translation>PNG 动画 (*.png)</translation>
    </message>
    <message>
        <source>Save the training as an animated picture</source>
        <translation>把训练过程存为动画</translation>
    </message>
    <message>
        <source>Painting the frames…</source>
        <translation>正在绘制各帧…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Writing the file…</source>
        <translation>正在写文件…</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>ConvPad</source>
        <translation>ConvPad</translation>
    </message>
    <message>
        <source>Something went wrong: {0}</source>
        <translation>出了问题：{0}</translation>
    </message>
    <message>
        <source>Your drawing and your weights are kept, and you can go on. The details are in
{0}</source>
        <translation>你的画和权重都还在，可以继续使用。详情见
{0}</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
</context>
<context>
    <name>FieldsView</name>
    <message>
        <source>What one number sees after layer {0}</source>
        <translation>第 {0} 层之后一个数能看到的范围</translation>
    </message>
    <message>
        <source>Frame: the theoretical receptive field. Colour: the gradient, how much each cell counts.</source>
        <translation>方框：理论感受野。颜色：梯度，即每一格有多大作用。</translation>
    </message>
    <message>
        <source>Ask about {0} layers on each other</source>
        <translation>就叠起来的 {0} 层提问</translation>
    </message>
    <message>
        <source>Such layers, all weights equal: what could count (frame), and where {0} % of the gradient lie (really)</source>
        <translation>这样的层，所有权重相等：可能起作用的范围（方框），以及梯度的 {0} % 所在之处（实际）</translation>
    </message>
    <message>
        <source>The layers of {0} on your drawing: the real gradient</source>
        <translation>{0} 的各层作用在你的画上：真实的梯度</translation>
    </message>
    <message>
        <source>{0}: {1} × {1}
really {2} × {2}</source>
        <translation>{0}：{1} × {1}
实际 {2} × {2}</translation>
    </message>
    <message>
        <source>in[{0}, {1}] counts {2:.2f}</source>
        <translation>in[{0}, {1}] 的作用 {2:.2f}</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>The share of the images that the network reads right</source>
        <translation>网络读对的图像所占的比例</translation>
    </message>
    <message>
        <source>The network that was evaluated before on the same digits. Beyond chance: McNemar&apos;s exact test on the digits on which the two differ gives less than 0.05</source>
        <translation>之前在同样的数字上评估过的网络。超出偶然：在两者读法不同的数字上，McNemar 精确检验的结果小于 0.05</translation>
    </message>
    <message>
        <source>Another test set of this size would give a slightly other figure: with 95 % confidence the true accuracy lies in this interval (E. B. Wilson, 1927)</source>
        <translation>换一个同样大小的测试集，结果会略有不同：真实准确率有 95 % 的把握落在这个区间内（E. B. Wilson，1927）</translation>
    </message>
    <message>
        <source>Expected calibration error: how far certainty and accuracy lie apart on the average, in 15 equal bins (C. Guo et al., 2017). 0 % means that of the digits read with 90 % certainty, 90 % are right.</source>
        <translation>期望校准误差：把握与准确率平均相差多少，分 15 个等宽区间计算（C. Guo 等，2017）。0 % 表示：以 90 % 的把握读出的数字，恰有 90 % 是对的。</translation>
    </message>
    <message>
        <source>Of the digits that only one of the two reads right, chance would give each network half. McNemar&apos;s test (1947), exact: p is how often chance alone parts them at least so unevenly.</source>
        <translation>只有一个网络读对的数字，若只是偶然，应各占一半。McNemar 检验（1947，精确）：p 表示只靠偶然就至少这样不均的可能。</translation>
    </message>
    <message>
        <source>before {0:.2f} %: now {1}</source>
        <translation>之前 {0:.2f} %：现在{1}</translation>
    </message>
    <message>
        <source>Here will stand how many of these images it reads right, how far chance could move that figure, and which of the ten classes it finds hard.</source>
        <translation>评估之后，这里显示：这些图像它读对了多少，这个数字可能因偶然相差多少，十个类别中哪些它最常读错。</translation>
    </message>
    <message>
        <source>{0:,} parameters · {1:,} digits</source>
        <translation>{0:,} 个参数 · {1:,} 个数字</translation>
    </message>
    <message>
        <source>{0:,} parameters · {1:,} images</source>
        <translation>{0:,} 个参数 · {1:,} 张图像</translation>
    </message>
    <message>
        <source>95 % interval {0:.2f} … {1:.2f} % · {2:,} wrong</source>
        <translation>95 % 区间 {0:.2f} … {1:.2f} % · 错 {2:,} 个</translation>
    </message>
    <message>
        <source>calibration error {0:.2f} %</source>
        <translation>校准误差 {0:.2f} %</translation>
    </message>
    <message>
        <source>B: {0}</source>
        <translation>B：{0}</translation>
    </message>
    <message>
        <source>{0:.2f} % · {1:,} wrong · {2:,} parameters</source>
        <translation>{0:.2f} % · 错 {1:,} 个 · {2:,} 个参数</translation>
    </message>
    <message>
        <source>Within chance of each other (p = {0:.2g})</source>
        <translation>差别可能只是偶然（p = {0:.2g}）</translation>
    </message>
    <message>
        <source>A is better, beyond chance (p = {0:.2g})</source>
        <translation>A 更好，不是偶然（p = {0:.2g}）</translation>
    </message>
    <message>
        <source>B is better, beyond chance (p = {0:.2g})</source>
        <translation>B 更好，不是偶然（p = {0:.2g}）</translation>
    </message>
</context>
<context>
    <name>FilmFrame</name>
    <message>
        <source>conv1 · kernels</source>
        <translation>conv1 · 卷积核</translation>
    </message>
    <message>
        <source>conv1 · feature maps</source>
        <translation>conv1 · 特征图</translation>
    </message>
</context>
<context>
    <name>Filming</name>
    <message>
        <source>step {0:,} of {1:,}</source>
        <translation>第 {0:,} 步，共 {1:,} 步</translation>
    </message>
    <message>
        <source> · loss {0:.3f}</source>
        <translation> · 损失 {0:.3f}</translation>
    </message>
</context>
<context>
    <name>FullScreen</name>
    <message>
        <source>F11 or Escape: back</source>
        <translation>F11 或 Esc：返回</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>Glossary</source>
        <translation>词汇表</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词语</translation>
    </message>
    <message>
        <source>Choose a word, with the mouse or the arrow keys; or type its first letters</source>
        <translation>选一个词：用鼠标或方向键；也可以输入开头的字母</translation>
    </message>
    <message>
        <source>What the word means</source>
        <translation>这个词的意思</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close this window (Esc)</source>
        <translation>关闭此窗口 (Esc)</translation>
    </message>
    <message>
        <source>Try: mark a sentence with the mouse and copy it into your notes.</source>
        <translation>试一试：用鼠标选中一句话，复制到你的笔记里。</translation>
    </message>
    <message>
        <source>Try: read it from the top, it goes from the drawing to the answer.</source>
        <translation>试一试：从上往下读，从画一直讲到回答。</translation>
    </message>
    <message>
        <source>Try: open it again from the word Kernels on a card.</source>
        <translation>试一试：点击卡片上的“卷积核”一词，再次打开它。</translation>
    </message>
</context>
<context>
    <name>GridView</name>
    <message>
        <source>Number in row {0}, column {1}</source>
        <translation>行 {0}、列 {1} 的数</translation>
    </message>
</context>
<context>
    <name>Heads</name>
    <message>
        <source>where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>fires most on</source>
        <translation>最强响应于</translation>
    </message>
</context>
<context>
    <name>HealthCard</name>
    <message>
        <source>Layers</source>
        <translation>各层</translation>
    </message>
    <message>
        <source>Layers at step {0:,}</source>
        <translation>第 {0:,} 步的各层</translation>
    </message>
</context>
<context>
    <name>HealthTable</name>
    <message>
        <source>Weights, gradients and dead channels of each layer</source>
        <translation>每一层的权重、梯度和失活通道</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>失活</translation>
    </message>
    <message>
        <source>Weights: their root mean square. It grows slowly while a layer learns.</source>
        <translation>权重：它们的均方根。一层在学习时，它会慢慢变大。</translation>
    </message>
    <message>
        <source>Gradient: the root mean square of what the last batch wants changed. A layer whose gradient is many times smaller than the others&apos; hardly learns.</source>
        <translation>梯度：上一批数字希望做出的改变的均方根。梯度比其他层小许多倍的层几乎不学习。</translation>
    </message>
    <message>
        <source>Dead: the share of channels that answered 0 to every digit of the last batch. Such a channel adds nothing and gets no gradient; a lower learning rate leaves fewer of them.</source>
        <translation>失活：对上一批的每个数字都回答 0 的通道所占比例。这样的通道没有贡献，也得不到梯度；降低学习率会减少它们。</translation>
    </message>
    <message>
        <source>Measured while a run is on: how large each layer&apos;s weights are, how much the last batch wants them changed, and which part of its channels answers nothing at all.</source>
        <translation>训练时测量：每层的权重有多大，上一批数字希望它们改变多少，以及有多大比例的通道毫无回应。</translation>
    </message>
</context>
<context>
    <name>InkCard</name>
    <message>
        <source>What your ink does</source>
        <translation>你的笔迹起什么作用</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>If a spot were erased</source>
        <translation>如果擦掉一点</translation>
    </message>
    <message>
        <source>How the lead changes if this spot alone were erased. Click: erase it on the pad; can be undone.</source>
        <translation>只擦掉这一点，领先会怎样变化。点击：在画板上擦掉；可以撤销。</translation>
    </message>
    <message>
        <source>If a spot were drawn</source>
        <translation>如果画上一点</translation>
    </message>
    <message>
        <source>How the lead changes if this spot alone were drawn. Click: draw it on the pad; can be undone.</source>
        <translation>只画上这一点，领先会怎样变化。点击：在画板上画上；可以撤销。</translation>
    </message>
    <message>
        <source>Try it on an untrained network</source>
        <translation>在未训练的网络上试试</translation>
    </message>
    <message>
        <source>The same maps for a network of the same layers with weights by chance, which has nothing to explain. They look different: so the maps tell of what was learned.</source>
        <translation>同样的图，但网络的层相同而权重随机，没有什么可解释的。它们看起来不同：所以这些图说的是学到的东西。</translation>
    </message>
    <message>
        <source>If a spot were &lt;b&gt;erased&lt;/b&gt;</source>
        <translation>如果&lt;b&gt;擦掉&lt;/b&gt;一点</translation>
    </message>
    <message>
        <source>If a spot were &lt;b&gt;drawn&lt;/b&gt;</source>
        <translation>如果&lt;b&gt;画上&lt;/b&gt;一点</translation>
    </message>
    <message>
        <source>measured · {0} runs</source>
        <translation>测量 · 运行 {0} 次</translation>
    </message>
    <message>
        <source>measuring…</source>
        <translation>正在测量…</translation>
    </message>
    <message>
        <source>an untrained network</source>
        <translation>未训练的网络</translation>
    </message>
    <message>
        <source>without it: lead {0}</source>
        <translation>没有它：领先 {0}</translation>
    </message>
    <message>
        <source>with it: lead {0}</source>
        <translation>有它：领先 {0}</translation>
    </message>
    <message>
        <source>Back to the network on display</source>
        <translation>回到显示的网络</translation>
    </message>
</context>
<context>
    <name>InputError</name>
    <message>
        <source>a network has 1 to {0} convolution layers, not {1}</source>
        <translation>网络可以有 1 到 {0} 个卷积层，而不是 {1} 个</translation>
    </message>
    <message>
        <source>{0} must be a whole number from {1} to {2}, not {3!r}</source>
        <translation>{0} 必须是 {1} 到 {2} 的整数，而不是 {3!r}</translation>
    </message>
    <message>
        <source>conv{0}: a {1} × {1} kernel does not fit into {2} × {2} with padding {3}</source>
        <translation>conv{0}：{1} × {1} 的卷积核放不进填充为 {3} 的 {2} × {2} 输入</translation>
    </message>
    <message>
        <source>conv{0}: nothing is left after the max-pool</source>
        <translation>conv{0}：最大池化之后什么都不剩了</translation>
    </message>
    <message>
        <source>{0} must be true or false, not {1!r}</source>
        <translation>{0} 必须是 true 或 false，而不是 {1!r}</translation>
    </message>
    <message>
        <source>the file is cut off or no safetensors file; choose another.</source>
        <translation>文件不完整，或不是 safetensors 文件；请选择另一个。</translation>
    </message>
    <message>
        <source>these weights do not say which format they have.</source>
        <translation>这些权重没有说明自己的格式。</translation>
    </message>
    <message>
        <source>saved by a newer ConvPad (format {0}, this one reads {1}); update first.</source>
        <translation>由更新版本的 ConvPad 保存（格式 {0}，本版本读取 {1}）；请先更新。</translation>
    </message>
    <message>
        <source>the description of the layers is missing.</source>
        <translation>缺少各层的说明。</translation>
    </message>
    <message>
        <source>its tensors do not fit its layers ({0} missing or too many).</source>
        <translation>张量与各层不符（缺少或多出 {0}）。</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>{0} is not a whole safetensors file ({1}); choose another.</source>
        <translation>{0} 不是完整的 safetensors 文件（{1}）；请选择另一个。</translation>
    </message>
    <message>
        <source>these weights were not saved by ConvPad, so their layers are not known.</source>
        <translation>这些权重不是 ConvPad 保存的，因此不知道它们有哪些层。</translation>
    </message>
    <message>
        <source>it does not describe a network ConvPad can show: {0}.</source>
        <translation>它描述的网络 ConvPad 无法显示：{0}。</translation>
    </message>
    <message>
        <source>{0} is {1} {2}, but the layers need {3} float32.</source>
        <translation>{0} 是 {1} {2}，而各层需要 {3} float32。</translation>
    </message>
    <message>
        <source>{0} holds values that are not finite numbers.</source>
        <translation>{0} 含有不是有限数的值。</translation>
    </message>
    <message>
        <source>not a drawing: an object with &quot;strokes&quot; is needed</source>
        <translation>不是一幅画：需要一个带有 &quot;strokes&quot; 的对象</translation>
    </message>
    <message>
        <source>&quot;label&quot; must be a digit from 0 to 9</source>
        <translation>&quot;label&quot; 必须是 0 到 9 的数字</translation>
    </message>
    <message>
        <source>&quot;writer&quot; must be a number or a name</source>
        <translation>&quot;writer&quot; 必须是数或名字</translation>
    </message>
    <message>
        <source>&quot;erasers&quot; must have as many entries as &quot;strokes&quot;</source>
        <translation>&quot;erasers&quot; 的条目数必须与 &quot;strokes&quot; 相同</translation>
    </message>
    <message>
        <source>&quot;picture&quot; must be base64 of {0} × {0} or {1} × {1} bytes of ink</source>
        <translation>&quot;picture&quot; 必须是 {0} × {0} 或 {1} × {1} 字节的 base64</translation>
    </message>
    <message>
        <source>more than {0:,} points</source>
        <translation>超过 {0:,} 个点</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; must be {1} positive numbers</source>
        <translation>&quot;{0}&quot; 必须是 {1} 个正数</translation>
    </message>
    <message>
        <source>a stroke must be a list of [x, y] with finite numbers, at most ten times the size away</source>
        <translation>一笔必须是由有限数组成的 [x, y] 列表，最远不超过画板尺寸的十倍</translation>
    </message>
    <message>
        <source>{0} is damaged after line {1} ({2}); fetch it again.</source>
        <translation>{0} 在第 {1} 行之后已损坏（{2}）；请重新获取。</translation>
    </message>
    <message>
        <source>&quot;widths&quot; must be at most ten times the size</source>
        <translation>&quot;widths&quot; 最多是画板尺寸的十倍</translation>
    </message>
    <message>
        <source>Cannot write {0}: it is mounted and cannot be replaced. Choose another name.</source>
        <translation>无法写入 {0}：该文件无法替换。请选择另一个名字。</translation>
    </message>
    <message>
        <source>Cannot write {0}: it is no ordinary file. Choose another name.</source>
        <translation>无法写入 {0}：这不是普通文件。请选择另一个名字。</translation>
    </message>
    <message>
        <source>Cannot write {0}: it would be larger than {1:,} bytes.</source>
        <translation>无法写入 {0}：会大于 {1:,} 字节。</translation>
    </message>
    <message>
        <source>its strokes are too long to be drawn; shorten them, or use a narrower pen</source>
        <translation>笔画太长，无法画出；请缩短笔画，或使用更细的笔</translation>
    </message>
    <message>
        <source>its text is UTF-16 or UTF-32; save the file as UTF-8</source>
        <translation>文字是 UTF-16 或 UTF-32；请把文件保存为 UTF-8</translation>
    </message>
    <message>
        <source>longer than {0:,} bytes; it is no drawing</source>
        <translation>超过 {0:,} 字节；这不是画</translation>
    </message>
    <message>
        <source>no drawing ({0})</source>
        <translation>不是画（{0}）</translation>
    </message>
    <message>
        <source>{0} expands to more than {1:,} bytes; it is no file of drawings.</source>
        <translation>{0} 解压后超过 {1:,} 字节；这不是存画的文件。</translation>
    </message>
    <message>
        <source>{0} has more than {1:,} lines; split it into several files.</source>
        <translation>{0} 超过 {1:,} 行；请分成几个文件。</translation>
    </message>
    <message>
        <source>{0}, line {1}: {2}.</source>
        <translation>{0}，第 {1} 行：{2}。</translation>
    </message>
    <message>
        <source>There are no drawings to evaluate.</source>
        <translation>没有可供评估的画。</translation>
    </message>
    <message>
        <source>Drawing {0} has no &quot;label&quot;, so its answer cannot be checked.</source>
        <translation>第 {0} 幅画没有 &quot;label&quot;，因此无法检查它的答案。</translation>
    </message>
    <message>
        <source>{0} is a folder; name a file in it.</source>
        <translation>{0} 是文件夹；请指定其中的一个文件。</translation>
    </message>
    <message>
        <source>{0} is larger than {1:,} bytes; it is not a file ConvPad can use.</source>
        <translation>{0} 大于 {1:,} 字节；ConvPad 无法使用这样的文件。</translation>
    </message>
    <message>
        <source>Cannot write {0}: it came out shorter than it should; is the disk full?</source>
        <translation>无法写入 {0}：写出的内容比应有的短；磁盘满了吗？</translation>
    </message>
    <message>
        <source>Cannot write {0}: {1}. Choose another folder or free some space.</source>
        <translation>无法写入 {0}：{1}。请选择另一个文件夹或腾出一些空间。</translation>
    </message>
    <message>
        <source>Cannot write {0}: {1}. Choose another folder.</source>
        <translation>无法写入 {0}：{1}。请选择另一个文件夹。</translation>
    </message>
    <message>
        <source>Cannot read {0}: {1}.</source>
        <translation>无法读取 {0}：{1}。</translation>
    </message>
    <message>
        <source>Cannot read {0}: it is a folder.</source>
        <translation>无法读取 {0}：这是一个文件夹。</translation>
    </message>
    <message>
        <source>Cannot read {0}: it is no ordinary file.</source>
        <translation>无法读取 {0}：这不是普通文件。</translation>
    </message>
    <message>
        <source>its content is not what was saved: the file is damaged; choose another.</source>
        <translation>内容与保存时不同：文件已损坏；请另选一个。</translation>
    </message>
    <message>
        <source>its header is larger than {0:,} bytes; these weights were not saved by ConvPad.</source>
        <translation>文件头超过 {0:,} 字节；这些权重不是 ConvPad 保存的。</translation>
    </message>
    <message>
        <source>{0} holds too few images: at least 12 to train on and 1 to test on are needed.</source>
        <translation>{0} 中的图像太少：至少需要 12 张用于训练、1 张用于测试。</translation>
    </message>
    <message>
        <source>{0} holds the label {1}; ten classes have the labels 0 to 9.</source>
        <translation>{0} 中有标签 {1}；十个类别的标签是 0 到 9。</translation>
    </message>
    <message>
        <source>{0} lacks {1} (with or without .gz); all four IDX files must be there.</source>
        <translation>{0} 中缺少 {1}（带或不带 .gz）；四个 IDX 文件必须都在。</translation>
    </message>
    <message>
        <source>{0} expands to more than {1:,} bytes; it is no such IDX file.</source>
        <translation>{0} 解压后超过 {1:,} 字节；它不是这样的 IDX 文件。</translation>
    </message>
    <message>
        <source>{0} calls a class “{1}”: ten different names are needed, each of 1 to {2} characters that can be seen, without &lt; and &gt;.</source>
        <translation>{0} 把一个类别叫做“{1}”：需要十个不同的名称，每个 1 到 {2} 个看得见的字符，不含 &lt; 和 &gt;。</translation>
    </message>
    <message>
        <source>{0} holds {1:,} labels, but {2} holds {3:,} images; they must be as many.</source>
        <translation>{0} 有 {1:,} 个标签，而 {2} 有 {3:,} 幅图像；两者必须一样多。</translation>
    </message>
    <message>
        <source>{0} is cut off: {1} bytes are too few for its header.</source>
        <translation>{0} 不完整：{1} 字节不够文件头使用。</translation>
    </message>
    <message>
        <source>{0} is not the IDX file it should be: its magic number is {1:#x}, not {2:#x}.</source>
        <translation>{0} 不是应有的 IDX 文件：魔数是 {1:#x}，而不是 {2:#x}。</translation>
    </message>
    <message>
        <source>{0} holds images of {1} pixels; 28 × 28 are needed.</source>
        <translation>{0} 中的图像是 {1} 像素；需要 28 × 28。</translation>
    </message>
    <message>
        <source>{0} is cut off or damaged: for the {1:,} entries it names its length is {2:,} bytes instead of {3:,}.</source>
        <translation>{0} 不完整或已损坏：按它所说的 {1:,} 个条目，长度应为 {3:,} 字节，实际为 {2:,} 字节。</translation>
    </message>
    <message>
        <source>{0} differs from the MNIST file that ConvPad ships; restore it from the repository.</source>
        <translation>{0} 与 ConvPad 自带的 MNIST 文件不同；请从仓库中恢复。</translation>
    </message>
    <message>
        <source>{0} is not a gzip file, though its name says so; fetch it again.</source>
        <translation>{0} 的名字像 gzip 文件，其实不是；请重新获取。</translation>
    </message>
    <message>
        <source>{0} is cut off inside its gzip data; fetch it again.</source>
        <translation>{0} 的 gzip 数据不完整；请重新获取。</translation>
    </message>
    <message>
        <source>{0} is damaged ({1}); fetch it again.</source>
        <translation>{0} 已损坏（{1}）；请重新获取。</translation>
    </message>
    <message>
        <source>This network is of {0} and reads no digits: drawn ones cannot be counted.</source>
        <translation>这是 {0} 的网络，不读数字：无法统计画出的数字。</translation>
    </message>
    <message>
        <source>{0} lacks {1}, and has no ten subfolders with pictures either; choose another folder.</source>
        <translation>{0} 中没有 {1}，也没有十个放图片的子文件夹；请选择别的文件夹。</translation>
    </message>
    <message>
        <source>The data set {0} is no longer in {1}; put it back there.</source>
        <translation>数据集 {0} 已不在 {1}；请把它放回那里。</translation>
    </message>
    <message>
        <source>{0} holds other classes than the data set {1} had.</source>
        <translation>{0} 中的类别与数据集 {1} 原来的不同。</translation>
    </message>
    <message>
        <source>{0} holds {1:,} pictures; {2:,} are the most.</source>
        <translation>{0} 中有 {1:,} 张图片；最多 {2:,} 张。</translation>
    </message>
    <message>
        <source>{0} holds too few pictures of {1}: at least {2} are needed.</source>
        <translation>{0} 中 {1} 的图片太少：至少需要 {2} 张。</translation>
    </message>
    <message>
        <source>{0} shows {1} digits; one is needed.</source>
        <translation>{0} 上有 {1} 个数字；需要一个。</translation>
    </message>
    <message>
        <source>the description of the data is damaged.</source>
        <translation>对数据的说明已损坏。</translation>
    </message>
    <message>
        <source>There is no folder {0}.</source>
        <translation>没有文件夹 {0}。</translation>
    </message>
    <message>
        <source>{0} has {1} subfolders with pictures; ten are needed, one for each class.</source>
        <translation>{0} 有 {1} 个放图片的子文件夹；需要十个，每个类别一个。</translation>
    </message>
    <message>
        <source>{0} is no text in UTF-8; save it as such.</source>
        <translation>{0} 不是 UTF-8 文本；请存成 UTF-8。</translation>
    </message>
    <message>
        <source>{0} has {1} lines; ten are needed, a class&apos;s name in each.</source>
        <translation>{0} 有 {1} 行；需要十行，每行一个类别的名字。</translation>
    </message>
    <message>
        <source>This network is of {0} and reads no digits: it cannot be taught drawn ones.</source>
        <translation>这是 {0} 的网络，不读数字：无法教它画出的数字。</translation>
    </message>
    <message>
        <source>{0} is not a picture ConvPad knows ({1}).</source>
        <translation>{0} 不是 ConvPad 认识的图片（{1}）。</translation>
    </message>
    <message>
        <source>{0} has too many pixels; {1:,} are the most.</source>
        <translation>{0} 的像素太多；最多 {1:,} 个。</translation>
    </message>
    <message>
        <source>{0} is damaged or cut off ({1}); choose another picture.</source>
        <translation>{0} 已损坏或不完整（{1}）；请选择另一张图片。</translation>
    </message>
    <message>
        <source>{0} has {1:,} × {2:,} pixels; {3:,} are the most.</source>
        <translation>{0} 有 {1:,} × {2:,} 像素；最多 {3:,} 个。</translation>
    </message>
    <message>
        <source>There is nothing to learn from: no drawing has both ink and a label.</source>
        <translation>没有可以学习的内容：没有一幅画既有笔迹又有标签。</translation>
    </message>
    <message>
        <source>There is no {0} device on this machine; choose cpu or auto.</source>
        <translation>本机没有 {0} 设备；请选择 cpu 或 auto。</translation>
    </message>
    <message>
        <source>The current network has other layers; start from new weights.</source>
        <translation>当前网络的层不同；请从新的权重开始。</translation>
    </message>
    <message>
        <source>{0} is damaged ({1}); the run in it cannot go on.</source>
        <translation>{0} 已损坏（{1}）；其中的训练无法继续。</translation>
    </message>
    <message>
        <source>{0} does not describe a run: {1}.</source>
        <translation>{0} 描述的不是一次训练：{1}。</translation>
    </message>
    <message>
        <source>{0} is damaged; the run in it cannot go on.</source>
        <translation>{0} 已损坏；其中的训练无法继续。</translation>
    </message>
    <message>
        <source>it has seen {0:,} digits, not {1:,}</source>
        <translation>它见过的数字是 {0:,} 个，而不是 {1:,} 个</translation>
    </message>
    <message>
        <source>The unfinished run cannot go on: {0}.</source>
        <translation>未完成的训练无法继续：{0}。</translation>
    </message>
    <message>
        <source>The device {0} failed ({1}); try again, or choose cpu.</source>
        <translation>设备 {0} 出错（{1}）；请重试，或选择 cpu。</translation>
    </message>
    <message>
        <source>The memory ran out; a smaller batch size or a smaller network helps.</source>
        <translation>内存不足；减小批量大小或使用更小的网络会有帮助。</translation>
    </message>
    <message>
        <source>{0} holds no unfinished run, or is cut off.</source>
        <translation>{0} 中没有未完成的训练，或文件不完整。</translation>
    </message>
    <message>
        <source>{0} was saved by a newer ConvPad; update first.</source>
        <translation>{0} 由更新版本的 ConvPad 保存；请先更新程序。</translation>
    </message>
    <message>
        <source>{0} does not describe a run.</source>
        <translation>{0} 描述的不是一次训练。</translation>
    </message>
    <message>
        <source>it is larger than {0:,} bytes.</source>
        <translation>它超过 {0:,} 字节。</translation>
    </message>
    <message>
        <source>it is no state dict that can be read safely ({0}).</source>
        <translation>它不是能安全读取的 state dict（{0}）。</translation>
    </message>
    <message>
        <source>it holds no tensors by their names; save one with torch.save(network.state_dict(), path).</source>
        <translation>里面没有按名字存放的张量；请用 torch.save(network.state_dict(), path) 保存。</translation>
    </message>
    <message>
        <source>it fits several designs ({0}); choose the right one on page Train, then open it.</source>
        <translation>它适合好几个设计（{0}）；请先在“训练”页选好，再打开它。</translation>
    </message>
    <message>
        <source>{0} has no place in a chain of Conv2d and one Linear.</source>
        <translation>在由 Conv2d 和一个 Linear 组成的链里没有 {0} 的位置。</translation>
    </message>
    <message>
        <source>it is no chain of Conv2d and one Linear with {0} outputs.</source>
        <translation>它不是由 Conv2d 和一个 Linear 组成、有 {0} 个输出的链。</translation>
    </message>
    <message>
        <source>{0} has no place in the design that fits best.</source>
        <translation>在最合适的设计里没有 {0} 的位置。</translation>
    </message>
    <message>
        <source>it ends where the design that fits best has {0} {1}.</source>
        <translation>它在最合适的设计还有 {0} {1} 的地方结束了。</translation>
    </message>
    <message>
        <source>{0} {1} is not the {2} {3} of the design that fits best; make a design of these layers on page Train.</source>
        <translation>{0} {1} 不是最合适的设计里的 {2} {3}；请在“训练”页做一个有这些层的设计。</translation>
    </message>
    <message>
        <source>There is no drawing in {0}.</source>
        <translation>{0} 中没有画。</translation>
    </message>
    <message>
        <source>Standard input is closed.</source>
        <translation>标准输入已关闭。</translation>
    </message>
    <message>
        <source>Standard input cannot be read: {0}.</source>
        <translation>无法读取标准输入：{0}。</translation>
    </message>
    <message>
        <source>Standard input is empty.</source>
        <translation>标准输入是空的。</translation>
    </message>
    <message>
        <source>Standard input is longer than {0:,} bytes.</source>
        <translation>标准输入超过 {0:,} 字节。</translation>
    </message>
    <message>
        <source>{0} is for the weights; name the file with the layers .prototxt.</source>
        <translation>{0} 用于存放权重；请把层的文件命名为 .prototxt。</translation>
    </message>
    <message>
        <source>Writing ONNX files needs the package onnx; install it with: pip install onnx</source>
        <translation>写 ONNX 文件需要 onnx 包；请安装：pip install onnx</translation>
    </message>
    <message>
        <source>The weights overflowed at step {0}; a lower learning rate helps.</source>
        <translation>权重在第 {0} 步溢出；较低的学习率会有帮助。</translation>
    </message>
    <message>
        <source>The loss became {0} at step {1}; a lower learning rate helps.</source>
        <translation>损失在第 {1} 步变成了 {0}；较低的学习率会有帮助。</translation>
    </message>
</context>
<context>
    <name>InspectorBody</name>
    <message>
        <source>image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>map {0}</source>
        <translation>图 {0}</translation>
    </message>
    <message>
        <source>in {0}</source>
        <translation>输入 {0}</translation>
    </message>
</context>
<context>
    <name>InspectorHeader</name>
    <message>
        <source>By size</source>
        <translation>按大小</translation>
    </message>
    <message>
        <source>Channels that contribute most, up or down, come first; otherwise in the order of the maps</source>
        <translation>贡献最大的通道（无论正负）排在前面；否则按图的顺序</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>追溯</translation>
    </message>
    <message>
        <source>Trace to input: back to the drawing, at each layer on to what contributed most</source>
        <translation>追溯到输入：一层层退回到画上，总是跟随贡献最大的一项</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>The workbench: change weights by hand and watch what follows; everything can be undone</source>
        <translation>工作台：手动改变权重，看会发生什么；一切都可以撤销</translation>
    </message>
    <message>
        <source>The kernel one stop back</source>
        <translation>卷积核退一步</translation>
    </message>
    <message>
        <source>▶ Slide</source>
        <translation>▶ 滑动</translation>
    </message>
    <message>
        <source>Slide the kernel over its input and watch the map fill in; point at the map to move it by hand</source>
        <translation>让卷积核在输入上滑动，看特征图逐格填满；指向特征图可手动移动</translation>
    </message>
    <message>
        <source>The kernel one stop on</source>
        <translation>卷积核进一步</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>Speed of the kernel</source>
        <translation>卷积核的速度</translation>
    </message>
    <message>
        <source>How many stops the kernel makes in a second: 1 to 60</source>
        <translation>卷积核每秒移动多少步：1 到 60</translation>
    </message>
    <message>
        <source>Give the room back to the cards (Esc)</source>
        <translation>把空间还给各层卡片 (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Trace to input</source>
        <translation>追溯到输入</translation>
    </message>
    <message>
        <source>Other place</source>
        <translation>另一处</translation>
    </message>
    <message>
        <source>Same kernels, same bias, another place: pins this pixel as A; choose any other pixel as B. Of an output: the same maps, another digit&apos;s weights</source>
        <translation>同样的卷积核，同样的偏置，另一个位置：把这个像素固定为 A，再选任意像素为 B。对输出：同样的图，另一个数字的权重</translation>
    </message>
    <message>
        <source>Sorted by size</source>
        <translation>按大小排序</translation>
    </message>
    <message>
        <source>Edit weights</source>
        <translation>编辑权重</translation>
    </message>
    <message>
        <source>linear · A: output {0} · B: output {1}</source>
        <translation>linear · A：输出 {0} · B：输出 {1}</translation>
    </message>
    <message>
        <source>Other output</source>
        <translation>另一个输出</translation>
    </message>
    <message>
        <source>the same maps, the weights of each; large: A − B</source>
        <translation>同样的图，各自的权重；大图：A − B</translation>
    </message>
    <message>
        <source>all {0} maps of {1} × their weights, + bias</source>
        <translation>{1} 的全部 {0} 张图 × 各自的权重，再加偏置</translation>
    </message>
    <message>
        <source>rows {0}…{1}, columns {2}…{3} of the drawing</source>
        <translation>画的第 {0}…{1} 行、第 {2}…{3} 列</translation>
    </message>
    <message>
        <source>rows {0}…{1}, columns {2}…{3} of all {4} maps of {5}</source>
        <translation>{5} 全部 {4} 张图的第 {0}…{1} 行、第 {2}…{3} 列</translation>
    </message>
    <message>
        <source>rows {0}…{1}, columns {2}…{3} of all {4} maps</source>
        <translation>全部 {4} 张图的第 {0}…{1} 行、第 {2}…{3} 列</translation>
    </message>
    <message>
        <source> · hatched: padding</source>
        <translation> · 斜线：填充</translation>
    </message>
    <message>
        <source>{0} · map {1} · A ({2}, {3}) · B ({4}, {5})</source>
        <translation>{0} · 图 {1} · A ({2}, {3}) · B ({4}, {5})</translation>
    </message>
    <message>
        <source>draw a digit to see what it reads</source>
        <translation>画一个数字，看它读取什么</translation>
    </message>
    <message>
        <source>▶ Slide the kernel</source>
        <translation>▶ 滑动卷积核</translation>
    </message>
    <message>
        <source>❚❚ Pause</source>
        <translation>❚❚ 暂停</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Slide the kernel</source>
        <translation>滑动卷积核</translation>
    </message>
</context>
<context>
    <name>LabControls</name>
    <message>
        <source>Lessons</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Set the sliders and the numbers as they are when this lesson begins</source>
        <translation>把滑块和数恢复成这一课开始时的样子</translation>
    </message>
    <message>
        <source>Back to the lesson&apos;s settings</source>
        <translation>回到本课的设置</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>bias: one number for each filter, added at every position. Untick it for a layer without.</source>
        <translation>偏置：每个滤波器一个数，加在每个位置上。取消勾选则没有偏置。</translation>
    </message>
    <message>
        <source>Layer has biases</source>
        <translation>该层有偏置</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>ReLU after the convolution: negative numbers become 0.</source>
        <translation>卷积之后的 ReLU：负数变成 0。</translation>
    </message>
    <message>
        <source>max-pool {0} × {0}</source>
        <translation>最大池化 {0} × {0}</translation>
    </message>
    <message>
        <source>A max-pool at the end: the largest of each {0} × {0} numbers stays.</source>
        <translation>最后的最大池化：每 {0} × {0} 个数中最大的留下。</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>New whole numbers from 0 to 9 by chance.</source>
        <translation>重新随机取 0 到 9 的整数。</translation>
    </message>
    <message>
        <source>My digit</source>
        <translation>我的数字</translation>
    </message>
    <message>
        <source>Your drawing from the page Look inside, 28 × 28 as the network sees it; input size shrinks it.</source>
        <translation>“看内部”页上你的画，即网络看到的 28 × 28；调小输入大小会把它缩小。</translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation>图片…</translation>
    </message>
    <message>
        <source>The square middle of a picture file in colour: three channels, shrunk to at most 64 × 64.</source>
        <translation>彩色图片文件中间的正方形：三个通道，缩小到最多 64 × 64。</translation>
    </message>
    <message>
        <source>Open a picture</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <source>Pictures ({0})</source>
        <translation>图片 ({0})</translation>
    </message>
</context>
<context>
    <name>LabHints</name>
    <message>
        <source>Try: on My digit, and compare the output with that of another kernel.</source>
        <translation>试一试：用在“我的数字”上，再与另一个卷积核的输出比较。</translation>
    </message>
    <message>
        <source>Try: answer its question before you press play.</source>
        <translation>试一试：播放之前先回答它的问题。</translation>
    </message>
    <message>
        <source>Try: change a slider first and see how the text changes with it.</source>
        <translation>试一试：先移动一个滑块，看文字怎样随之改变。</translation>
    </message>
    <message>
        <source>Try: 3, and see that each channel has a kernel of its own.</source>
        <translation>试一试：设为 3，看每个通道都有自己的卷积核。</translation>
    </message>
    <message>
        <source>Try: 2, and count the weights: twice as many.</source>
        <translation>试一试：设为 2，数一数权重：多了一倍。</translation>
    </message>
    <message>
        <source>Try: an odd and an even size with stride 2; does the kernel reach the last column?</source>
        <translation>试一试：步幅为 2 时，用奇数和偶数大小各试一次；卷积核能到最后一列吗？</translation>
    </message>
    <message>
        <source>Try: 1, a kernel that sees a single cell.</source>
        <translation>试一试：设为 1，只看一格的卷积核。</translation>
    </message>
    <message>
        <source>Try: 2, and compare the size of the output with that of the input.</source>
        <translation>试一试：设为 2，把输出的大小与输入比较。</translation>
    </message>
    <message>
        <source>Try: kernel size 3 with padding 1: the output stays as large as the input.</source>
        <translation>试一试：核大小 3、填充 1：输出与输入一样大。</translation>
    </message>
    <message>
        <source>Try: 2: the kernel reads every second cell, and needs more room.</source>
        <translation>试一试：设为 2：卷积核每隔一格读一个数，需要更大的地方。</translation>
    </message>
    <message>
        <source>Try: as many groups as channels, and see what each filter still reads.</source>
        <translation>试一试：组数等于通道数，看每个滤波器还读到什么。</translation>
    </message>
    <message>
        <source>Try: move it and see every output change by as much.</source>
        <translation>试一试：移动它，看每个输出都改变同样多。</translation>
    </message>
    <message>
        <source>Try: untick it and look at bias=False in the line of code.</source>
        <translation>试一试：取消勾选，看代码里的 bias=False。</translation>
    </message>
    <message>
        <source>Try: change its 1 to 2: everything becomes twice as bright.</source>
        <translation>试一试：把它的 1 改成 2：一切都亮一倍。</translation>
    </message>
    <message>
        <source>Try: a few times, and guess what each finds.</source>
        <translation>试一试：多点几次，猜猜每个会找到什么。</translation>
    </message>
    <message>
        <source>Try: new numbers, then work out the first output in your head.</source>
        <translation>试一试：换一组新的数，心算第一个输出。</translation>
    </message>
    <message>
        <source>Try: with the kernel Edge, and point at a bright cell of the output.</source>
        <translation>试一试：配上“边缘”卷积核，指向输出里一个亮的格子。</translation>
    </message>
    <message>
        <source>Try: a photograph in strong colours, and compare the three channels.</source>
        <translation>试一试：用一张颜色鲜艳的照片，比较三个通道。</translation>
    </message>
    <message>
        <source>Try: change two settings first, then come back to where the lesson began.</source>
        <translation>试试：先改动两个设置，再回到课程开始的地方。</translation>
    </message>
    <message>
        <source>Try: with a kernel that finds edges: what is below zero becomes zero.</source>
        <translation>试试：用一个找边缘的卷积核：小于零的都变成零。</translation>
    </message>
    <message>
        <source>Try: watch the output shrink to half its size.</source>
        <translation>试试：看输出缩小到一半。</translation>
    </message>
    <message>
        <source>Try: point at a cell and look at both outputs.</source>
        <translation>试试：指向一个格子，再看两个输出。</translation>
    </message>
    <message>
        <source>Try: stride 1 against stride 2, and count the cells.</source>
        <translation>试试：比较步幅 1 和步幅 2，数一数格子。</translation>
    </message>
    <message>
        <source>Try: one layer more, and see how much wider it gets.</source>
        <translation>试试：再加一层，看它变宽多少。</translation>
    </message>
    <message>
        <source>Try: compare the bright part with the frame around it.</source>
        <translation>试试：把亮的部分和外面的框比一比。</translation>
    </message>
    <message>
        <source>Try: 1 first, then one more at a time.</source>
        <translation>试试：先选 1，然后一层一层地加。</translation>
    </message>
    <message>
        <source>Try: point at a cell that is zero, and look for it in the map before.</source>
        <translation>试试：指向一个为零的格子，再在前一张图里找到它。</translation>
    </message>
    <message>
        <source>Try: point at a cell: the largest of which four is it?</source>
        <translation>试试：指向一个格子：它是哪四个数中最大的？</translation>
    </message>
    <message>
        <source>Try: freeze, then set the stride to 2.</source>
        <translation>试试：先固定，再把步幅设为 2。</translation>
    </message>
    <message>
        <source>Try: read the hint before you answer a second time.</source>
        <translation>试试：第二次回答之前先读提示。</translation>
    </message>
    <message>
        <source>Try: click a cell, type 9, and see which outputs change.</source>
        <translation>试一试：点击一格，输入 9，看哪些输出改变。</translation>
    </message>
    <message>
        <source>Try: set all weights to 1: the output becomes the sum of the patch.</source>
        <translation>试一试：把所有权重设为 1：输出就是区域内各数之和。</translation>
    </message>
    <message>
        <source>Try: step on and see which numbers come in and which leave.</source>
        <translation>试一试：前进一步，看哪些数进来，哪些数离开。</translation>
    </message>
    <message>
        <source>Try: add them up yourself, then look at the sum at the right.</source>
        <translation>试一试：先自己加起来，再看右边的和。</translation>
    </message>
    <message>
        <source>Try: point at a cell: the patch it was made from is framed.</source>
        <translation>试一试：指向一格：得到它的区域会被框出。</translation>
    </message>
    <message>
        <source>Try: switch between two filters: the same input, another map.</source>
        <translation>试一试：在两个滤波器之间切换：同样的输入，不同的图。</translation>
    </message>
    <message>
        <source>Try: hide it, and guess each cell before the kernel gets there.</source>
        <translation>试一试：把它隐藏，在卷积核到达之前猜每一格。</translation>
    </message>
    <message>
        <source>Try: Ctrl+Home does the same; Ctrl+Left and Ctrl+Right step.</source>
        <translation>试一试：Ctrl+Home 也一样；Ctrl+左 和 Ctrl+右 一步一步走。</translation>
    </message>
    <message>
        <source>Try: hold Ctrl and use the arrow keys.</source>
        <translation>试一试：按住 Ctrl，用方向键。</translation>
    </message>
    <message>
        <source>Try: say the sum before you press.</source>
        <translation>试一试：按之前先说出和。</translation>
    </message>
    <message>
        <source>Try: point at a cell while it plays; it waits for you.</source>
        <translation>试一试：播放时指向一格；它会等你。</translation>
    </message>
    <message>
        <source>Try: the slowest, to add up along with it.</source>
        <translation>试一试：用最慢的速度，跟着一起加。</translation>
    </message>
    <message>
        <source>Try: three in a row without a mistake.</source>
        <translation>试一试：连续三个都答对。</translation>
    </message>
    <message>
        <source>Try: (size + 2·padding − kernel) / stride, rounded down, + 1.</source>
        <translation>试一试：(大小 + 2·填充 − 核大小) / 步幅，向下取整，再 + 1。</translation>
    </message>
    <message>
        <source>Try: a wrong answer too; then the working shows where it went wrong.</source>
        <translation>试一试：也给一个错的答案；过程会显示错在哪里。</translation>
    </message>
    <message>
        <source>Try: Return in the field does the same.</source>
        <translation>试一试：在输入框里按回车也一样。</translation>
    </message>
    <message>
        <source>Try: change a slider and read which argument follows.</source>
        <translation>试一试：移动一个滑块，看哪个参数随之改变。</translation>
    </message>
    <message>
        <source>Try: paste it into Python after import torch.</source>
        <translation>试一试：在 Python 里 import torch 之后粘贴它。</translation>
    </message>
</context>
<context>
    <name>LabQuestion</name>
    <message>
        <source>Your answer</source>
        <translation>你的答案</translation>
    </message>
    <message>
        <source>your answer</source>
        <translation>你的答案</translation>
    </message>
    <message>
        <source>Type a number, to two places, and press Return; the working is shown</source>
        <translation>输入一个数，两位小数即可，按回车；会显示演算过程</translation>
    </message>
    <message>
        <source>Hides the next output cell: work it out and type it here</source>
        <translation>隐藏下一个输出格：算出来，在这里输入</translation>
    </message>
    <message>
        <source>quiz: next cell</source>
        <translation>测验：下一格</translation>
    </message>
    <message>
        <source>Asks how large the output is for settings by chance</source>
        <translation>随机给出设置，问输出有多大</translation>
    </message>
    <message>
        <source>quiz: output size</source>
        <translation>测验：输出大小</translation>
    </message>
    <message>
        <source>Compare your answer; a wrong one brings the hint first, a second one the working</source>
        <translation>比较你的答案；答错先给提示，再错就显示演算过程</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>How to get at the answer, without the answer</source>
        <translation>怎样得到答案，但不给出答案</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>PyTorch is being loaded…</source>
        <translation>正在载入 PyTorch…</translation>
    </message>
    <message>
        <source>✓ equal to torch.nn.Conv2d</source>
        <translation>✓ 与 torch.nn.Conv2d 相等</translation>
    </message>
    <message>
        <source>✗ differs from torch.nn.Conv2d by {0:.2g}</source>
        <translation>✗ 与 torch.nn.Conv2d 相差 {0:.2g}</translation>
    </message>
    <message>
        <source>The complete output, compared with PyTorch&apos;s after each change; at most {0} apart</source>
        <translation>每次改变后，完整输出都与 PyTorch 的比较；最多相差 {0}</translation>
    </message>
    <message>
        <source>“{0}” is not a number; type one, such as 2 or -0.5</source>
        <translation>“{0}”不是一个数；请输入一个数，例如 2 或 -0.5</translation>
    </message>
</context>
<context>
    <name>LabStage</name>
    <message>
        <source>0, padding</source>
        <translation>0，填充</translation>
    </message>
    <message>
        <source>in[{0}, {1}, {2}] = {3}</source>
        <translation>in[{0}, {1}, {2}] = {3}</translation>
    </message>
</context>
<context>
    <name>LabText</name>
    <message>
        <source>⌊(n + 2·padding − dilation·(kernel_size − 1) − 1) / stride⌋ + 1</source>
        <translation>⌊(n + 2·padding − dilation·(kernel_size − 1) − 1) / stride⌋ + 1</translation>
    </message>
    <message>
        <source>Put this line on the clipboard, ready for your own program</source>
        <translation>把这一行放到剪贴板，可用于你自己的程序</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>output {0} × {1} × {1}</source>
        <translation>输出 {0} × {1} × {1}</translation>
    </message>
    <message>
        <source>weights {0}·{1}·{2}·{2} = {3}</source>
        <translation>权重 {0}·{1}·{2}·{2} = {3}</translation>
    </message>
    <message>
        <source>biases {0} → {1} parameters</source>
        <translation>偏置 {0} → {1} 个参数</translation>
    </message>
    <message>
        <source>{0} · {1}·{1} = {2:,} multiply-adds</source>
        <translation>{0} · {1}·{1} = {2:,} 次乘加</translation>
    </message>
    <message>
        <source>bias ({0})</source>
        <translation>偏置 ({0})</translation>
    </message>
</context>
<context>
    <name>LabTransport</name>
    <message>
        <source>▶ play</source>
        <translation>▶ 播放</translation>
    </message>
    <message>
        <source>Let the kernels slide by themselves; pointing at a cell holds them (Ctrl+Space)</source>
        <translation>让卷积核自己滑动；指向一格会使它停住（Ctrl+空格）</translation>
    </message>
    <message>
        <source>Back to the first stop (Ctrl+Home)</source>
        <translation>回到第一步 (Ctrl+Home)</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>回到开头</translation>
    </message>
    <message>
        <source>◀ step</source>
        <translation>◀ 后退</translation>
    </message>
    <message>
        <source>One stop back (Ctrl+Left)</source>
        <translation>后退一步（Ctrl+左）</translation>
    </message>
    <message>
        <source>step ▶</source>
        <translation>前进 ▶</translation>
    </message>
    <message>
        <source>One stop on (Ctrl+Right)</source>
        <translation>前进一步（Ctrl+右）</translation>
    </message>
    <message>
        <source>Lab: play or pause</source>
        <translation>实验室：播放或暂停</translation>
    </message>
    <message>
        <source>Lab: to the first stop</source>
        <translation>实验室：到第一步</translation>
    </message>
    <message>
        <source>Lab: one stop back</source>
        <translation>实验室：后退一步</translation>
    </message>
    <message>
        <source>Lab: one stop on</source>
        <translation>实验室：前进一步</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>How fast the kernels move while playing</source>
        <translation>播放时卷积核移动多快</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>慢</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>快</translation>
    </message>
    <message>
        <source>fastest</source>
        <translation>最快</translation>
    </message>
    <message>
        <source>show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Show the whole output</source>
        <translation>显示全部输出</translation>
    </message>
    <message>
        <source>Show every output cell at once instead of only those the kernels have reached</source>
        <translation>一次显示所有输出格，而不只是卷积核到过的</translation>
    </message>
    <message>
        <source>Keeps this setting beside the next ones, on the same input: stride 1 against 2, padding 0 against 1</source>
        <translation>保留这个设置，与之后的设置并排，用同样的输入：步幅 1 对 2，填充 0 对 1</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>保留并比较</translation>
    </message>
    <message>
        <source>❚❚ pause</source>
        <translation>❚❚ 暂停</translation>
    </message>
</context>
<context>
    <name>LabWords</name>
    <message>
        <source>Your drawing has one channel: ink. A picture in colour has three.</source>
        <translation>你的画有一个通道：墨迹。彩色图片有三个。</translation>
    </message>
    <message>
        <source>The picture has {0} channels: red, green and blue.</source>
        <translation>图片有 {0} 个通道：红、绿、蓝。</translation>
    </message>
    <message>
        <source>groups must divide channels in and channels out evenly; it is {0} now.</source>
        <translation>分组数必须能整除输入通道数和输出通道数；现在是 {0}。</translation>
    </message>
    <message>
        <source>With groups the channels are dealt out evenly: {0} is the nearest.</source>
        <translation>分组时通道要平均分配：最接近的是 {0}。</translation>
    </message>
    <message>
        <source>The input cannot be smaller than {0} here: the kernel would not fit. More padding helps.</source>
        <translation>这里输入不能小于 {0}：卷积核放不下。增加填充会有帮助。</translation>
    </message>
    <message>
        <source>A kernel larger than {0} does not fit into the padded input here.</source>
        <translation>大于 {0} 的卷积核放不进这里填充后的输入。</translation>
    </message>
    <message>
        <source>With padding below {0} the kernel would be larger than the input.</source>
        <translation>填充小于 {0} 时，卷积核会比输入大。</translation>
    </message>
    <message>
        <source>With dilation above {0} the kernel would be larger than the padded input.</source>
        <translation>膨胀大于 {0} 时，卷积核会比填充后的输入大。</translation>
    </message>
    <message>
        <source>channels in</source>
        <translation>输入通道</translation>
    </message>
    <message>
        <source>in_channels: how many maps the input has, 3 for colour. Each gets a kernel of its own.</source>
        <translation>in_channels：输入有几张图，彩色为 3。每个都有自己的卷积核。</translation>
    </message>
    <message>
        <source>channels out</source>
        <translation>输出通道</translation>
    </message>
    <message>
        <source>out_channels: how many filters there are. Each makes one feature map of the output.</source>
        <translation>out_channels：有几个滤波器。每个产生输出的一张特征图。</translation>
    </message>
    <message>
        <source>input size</source>
        <translation>输入大小</translation>
    </message>
    <message>
        <source>Height and width of the input, without padding.</source>
        <translation>输入的高和宽，不含填充。</translation>
    </message>
    <message>
        <source>kernel size</source>
        <translation>核大小</translation>
    </message>
    <message>
        <source>kernel_size: height and width of each kernel, the part of the input it sees at once.</source>
        <translation>kernel_size：每个卷积核的高和宽，即它一次看到的那部分输入。</translation>
    </message>
    <message>
        <source>stride</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>stride: how many cells the kernel moves at a time. 2 halves height and width.</source>
        <translation>stride：卷积核每次移动几格。2 使高和宽减半。</translation>
    </message>
    <message>
        <source>dilation</source>
        <translation>膨胀</translation>
    </message>
    <message>
        <source>dilation: how many cells it is from one weight to the next; what lies between is jumped over.</source>
        <translation>dilation：从一个权重到下一个权重有几格；中间的格子被跳过。</translation>
    </message>
    <message>
        <source>groups</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>groups: the channels are dealt out to so many groups, and a filter reads its own group alone. As many groups as channels: depthwise.</source>
        <translation>groups：通道分成这么多组，每个滤波器只读取自己的一组。组数等于通道数就是逐通道卷积。</translation>
    </message>
    <message>
        <source>padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>padding: rings of zeros around the input, so that the kernel can stand on the edge.</source>
        <translation>padding：输入周围的几圈零，让卷积核能站在边上。</translation>
    </message>
    <message>
        <source>Edge │</source>
        <translation>边缘 │</translation>
    </message>
    <message>
        <source>Right minus left: finds upright edges. 3 × 3 it is Sobel&apos;s.</source>
        <translation>右减左：找竖直的边缘。3 × 3 时就是 Sobel。</translation>
    </message>
    <message>
        <source>Below minus above: finds level edges. 3 × 3 it is Sobel&apos;s.</source>
        <translation>下减上：找水平的边缘。3 × 3 时就是 Sobel。</translation>
    </message>
    <message>
        <source>A single 1 in the middle: it copies the number it lies on.</source>
        <translation>中间只有一个 1：照抄它下面的数。</translation>
    </message>
    <message>
        <source>One weight is left of the kernel: an edge needs two.</source>
        <translation>卷积核只剩一个权重：找边缘要两个。</translation>
    </message>
    <message>
        <source>A single weight 1: nothing beside it to take away.</source>
        <translation>只有一个权重 1：旁边没有可减的。</translation>
    </message>
    <message>
        <source>More of one number, less of its two neighbours; together 1.</source>
        <translation>一个数多一些，它的两个邻居少一些；合起来是 1。</translation>
    </message>
    <message>
        <source>Sobel: right minus left, finds upright edges.</source>
        <translation>Sobel：右减左，找竖直的边缘。</translation>
    </message>
    <message>
        <source>Edge ─</source>
        <translation>边缘 ─</translation>
    </message>
    <message>
        <source>Sobel turned: below minus above, finds level edges.</source>
        <translation>转过来的 Sobel：下减上，找水平的边缘。</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>轮廓</translation>
    </message>
    <message>
        <source>Laplace: the middle against all around it; 0 where all is even.</source>
        <translation>拉普拉斯：中间与四周之差；均匀处为 0。</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>模糊</translation>
    </message>
    <message>
        <source>The mean: every weight the same, together 1.</source>
        <translation>平均：每个权重相同，合计为 1。</translation>
    </message>
    <message>
        <source>Sharpen</source>
        <translation>锐化</translation>
    </message>
    <message>
        <source>More of the middle, less of its four neighbours; together 1.</source>
        <translation>中间多一些，四邻少一些；合计为 1。</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>恒等</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>Whole numbers from -2 to 2 by chance, others for each channel.</source>
        <translation>随机取 -2 到 2 的整数，每个通道各不相同。</translation>
    </message>
    <message>
        <source>channel {0}</source>
        <translation>通道 {0}</translation>
    </message>
</context>
<context>
    <name>LayerCard</name>
    <message>
        <source>{0:,} params</source>
        <translation>{0:,} 个参数</translation>
    </message>
    <message>
        <source>Kernels of {0}</source>
        <translation>{0} 的卷积核</translation>
    </message>
    <message>
        <source>Each square is one weight; orange adds, purple takes away, white does nothing.</source>
        <translation>每个方块是一个权重；橙色为加，紫色为减，白色不起作用。</translation>
    </message>
    <message>
        <source>Feature maps of {0}</source>
        <translation>{0} 的特征图</translation>
    </message>
    <message>
        <source>What each filter answers at each place. Point at a pixel to see what it reads; click to enlarge.</source>
        <translation>每个滤波器在每个位置的回答。指向一个像素看它读取什么；点击可放大。</translation>
    </message>
    <message>
        <source>Kernels</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>{0:,} kernels: one for each input channel of each filter</source>
        <translation>{0:,} 个卷积核：每个滤波器的每个输入通道各一个</translation>
    </message>
    <message>
        <source>Feature maps</source>
        <translation>特征图</translation>
    </message>
    <message>
        <source>Kernels, map {0}</source>
        <translation>卷积核，图 {0}</translation>
    </message>
    <message>
        <source>Inspect this number</source>
        <translation>查看这个数</translation>
    </message>
</context>
<context>
    <name>LayerTable</name>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>channels out</source>
        <translation>输出通道</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>stride</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>max-pool</source>
        <translation>最大池化</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>multiply-adds</source>
        <translation>乘加</translation>
    </message>
    <message>
        <source>params</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>field</source>
        <translation>感受野</translation>
    </message>
    <message>
        <source>Layers from the image to the answer; each convolution is followed by a ReLU</source>
        <translation>从图像到回答的各层；每个卷积后面都有一个 ReLU</translation>
    </message>
    <message>
        <source>out_channels: how many filters, and so how many feature maps</source>
        <translation>out_channels：有多少个滤波器，也就有多少张特征图</translation>
    </message>
    <message>
        <source>kernel_size: the side of the square that a kernel covers</source>
        <translation>kernel_size：卷积核覆盖的正方形的边长</translation>
    </message>
    <message>
        <source>stride: by how many pixels the kernel moves on; 2 halves height and width</source>
        <translation>stride：卷积核每次移动几个像素；2 使高和宽减半</translation>
    </message>
    <message>
        <source>padding: rings of zeros around the input, so that the edge is read as often as the middle</source>
        <translation>padding：输入周围的几圈零，让边缘和中间被读取得一样多</translation>
    </message>
    <message>
        <source>bias: a number that each filter adds to its sum; without one there is no batch norm either</source>
        <translation>bias：每个滤波器加到总和上的一个数；没有它也就没有批归一化</translation>
    </message>
    <message>
        <source>max-pool: keep the largest of each 2 × 2 square; halves height and width</source>
        <translation>max-pool：每个 2 × 2 方格只保留最大值；高和宽减半</translation>
    </message>
    <message>
        <source>Channels × height × width of what the next layer reads</source>
        <translation>下一层读取的通道数 × 高 × 宽</translation>
    </message>
    <message>
        <source>Numbers that training finds: weights and biases</source>
        <translation>训练要找的数：权重和偏置</translation>
    </message>
    <message>
        <source>Multiplications for one image: what an answer costs</source>
        <translation>一幅图像的乘法次数：一次回答的代价</translation>
    </message>
    <message>
        <source>Receptive field: how wide a square of the image one number of this layer depends on</source>
        <translation>感受野：这一层的一个数依赖于图像中多宽的正方形</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>speaks for {0}</source>
        <translation>支持 {0}</translation>
    </message>
    <message>
        <source>for {0}</source>
        <translation>支持 {0}</translation>
    </message>
</context>
<context>
    <name>LessonList</name>
    <message>
        <source>Lesson {0}: puts its numbers on the stage and asks a question</source>
        <translation>第 {0} 课：摆出它的数，并提出一个问题</translation>
    </message>
    <message>
        <source>{0}, done</source>
        <translation>{0}，已完成</translation>
    </message>
</context>
<context>
    <name>LessonWords</name>
    <message>
        <source>Edges in my drawing</source>
        <translation>我的画里的边缘</translation>
    </message>
    <message>
        <source>One kernel</source>
        <translation>一个卷积核</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Dilation</source>
        <translation>膨胀（dilation）</translation>
    </message>
    <message>
        <source>Shared weights</source>
        <translation>共享权重</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Max-pool</source>
        <translation>最大池化</translation>
    </message>
    <message>
        <source>Channels in</source>
        <translation>输入通道</translation>
    </message>
    <message>
        <source>Channels out</source>
        <translation>输出通道</translation>
    </message>
    <message>
        <source>1 × 1 kernels</source>
        <translation>1 × 1 卷积核</translation>
    </message>
    <message>
        <source>Conv2d</source>
        <translation>Conv2d</translation>
    </message>
    <message>
        <source>Receptive field</source>
        <translation>感受野</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Your own kernel.</source>
        <translation>你自己的卷积核。</translation>
    </message>
    <message>
        <source>It slides over the input and answers with one number at every stop.</source>
        <translation>它在输入上滑动，每停一次就给出一个数。</translation>
    </message>
    <message>
        <source>It slides over a seven, as long as nothing is drawn, and answers with one number a stop.</source>
        <translation>还没有画时，它在一个 7 上滑动，每停一次就给出一个数。</translation>
    </message>
    <message>
        <source>It slides over your drawing and answers with one number at every stop: bright or dark.</source>
        <translation>它在你的画上滑动，每停一次就给出一个数：或亮或暗。</translation>
    </message>
    <message>
        <source>It slides over the picture and answers with one number at every stop.</source>
        <translation>它在图片上滑动，每停一次就给出一个数。</translation>
    </message>
    <message>
        <source>That is what a kernel is for: it finds one thing, wherever it is. Point at a pixel to see its numbers, and try other kernels at the left.</source>
        <translation>这就是卷积核的用处：不管在哪里，它都能找到同一样东西。指向一个像素看它的数，并试试左边的其他卷积核。</translation>
    </message>
    <message>
        <source>A filter has {2} kernels here, one for each channel that it reads. Each, {0} × {0} weights, lies on a patch of its channel; each number is multiplied with the weight that lies on it, and all {1} products are added up: one number of the output.</source>
        <translation>这里一个滤波器有 {2} 个卷积核，它读取的每个通道一个。每个卷积核有 {0} × {0} 个权重，放在自己通道的一小块上；每个数乘以放在它上面的权重，全部 {1} 个乘积加起来：就是输出的一个数。</translation>
    </message>
    <message>
        <source>The kernel, {0} × {0} weights, lies on a patch of the input. Each number is multiplied with the weight that lies on it, and the {1} products are added up: one number of the output. It depends on this patch alone, its local receptive field.</source>
        <translation>卷积核有 {0} × {0} 个权重，覆盖在输入的一小块上。每个数与覆盖它的权重相乘，{1} 个乘积相加：得到输出的一个数。它只取决于这一小块，即它的局部感受野。</translation>
    </message>
    <message>
        <source>Last comes the bias, the same at every place.</source>
        <translation>最后加上偏置，每个位置都一样。</translation>
    </message>
    <message>
        <source>With stride 1 the kernel moves one cell at a time and misses no place: from {0} × {0} it makes {1} × {1}. Set stride to 2 and see what is left.</source>
        <translation>步幅为 1 时，卷积核每次移动一格，不漏掉任何位置：由 {0} × {0} 得到 {1} × {1}。把步幅设为 2，看还剩多少。</translation>
    </message>
    <message>
        <source>With stride {0} the kernel would move {0} cells at a time, but here it has one place only: from {1} × {1} it makes 1 × 1. Make the input larger.</source>
        <translation>步幅为 {0} 时，卷积核本来每次移动 {0} 格，但这里只有一个位置：{1} × {1} 变成 1 × 1。把输入变大。</translation>
    </message>
    <message>
        <source>With stride {0} the kernel moves {0} cells at a time and jumps over the places between: from {1} × {1} it makes {2} × {2}.</source>
        <translation>步幅为 {0} 时，卷积核每次移动 {0} 格，跳过中间的位置：{1} × {1} 变成 {2} × {2}。</translation>
    </message>
    <message>
        <source>Marked corners show where a window begins.</source>
        <translation>标出的角表示窗口从哪里开始。</translation>
    </message>
    <message>
        <source>Without padding the kernel stays inside the input, and {0} × {0} becomes {1} × {1}.</source>
        <translation>没有填充时，卷积核不出输入的范围，{0} × {0} 变成 {1} × {1}。</translation>
    </message>
    <message>
        <source>A corner is read less often than the middle.</source>
        <translation>角上的格比中间的格读得少。</translation>
    </message>
    <message>
        <source>Set padding to 1.</source>
        <translation>把填充设为 1。</translation>
    </message>
    <message>
        <source>Padding {0} puts zeros around the input, drawn dotted. A 1 × 1 kernel needs none: it stands on every cell anyway. It slides over {1} × {1} cells and makes {2} × {2}.</source>
        <translation>填充 {0} 在输入四周放上零，用点线画出。1 × 1 的卷积核不需要它们：它本来就能停在每一格上。它在 {1} × {1} 格上滑动，得到 {2} × {2}。</translation>
    </message>
    <message>
        <source>With stride 1 and dilation {0}, a 3 × 3 kernel needs padding {0} to keep the size.</source>
        <translation>步幅为 1、膨胀为 {0} 时，3 × 3 的卷积核要填充 {0} 才能保持大小。</translation>
    </message>
    <message>
        <source>A kernel of one weight cannot be pulled apart, whatever the dilation. Set kernel size to 2 or more.</source>
        <translation>只有一个权重的卷积核，无论膨胀多少都拉不开。把核大小设为 2 或更大。</translation>
    </message>
    <message>
        <source>With dilation 1 the weights of a kernel lie side by side. Set dilation to 2.</source>
        <translation>膨胀为 1 时，卷积核的权重一个挨一个。把膨胀设为 2。</translation>
    </message>
    <message>
        <source>cells with a cross are jumped over</source>
        <translation>画叉的格被跳过</translation>
    </message>
    <message>
        <source>only the coloured cells in the frame are read</source>
        <translation>框里只读取有颜色的格</translation>
    </message>
    <message>
        <source>Dilation {0} pulls the {1} × {1} kernel apart: from one weight to the next it is {0} cells, and {4}. The kernel spans {2} × {2} cells with {3} weights: it sees further for the same price.</source>
        <translation>膨胀 {0} 把 {1} × {1} 的卷积核拉开：一个权重到下一个隔 {0} 格，{4}。卷积核用 {3} 个权重跨过 {2} × {2} 格：同样的代价，看得更远。</translation>
    </message>
    <message>
        <source>The layer above is one line of PyTorch. The sliders at the left are its arguments, all but the size of the input; move them and the line below follows. The whole output is compared with PyTorch&apos;s after every change.</source>
        <translation>上面这一层就是一行 PyTorch。左边的滑块都是它的参数，只有输入大小不是；移动它们，下面的一行会跟着变。每次改变后，全部输出都与 PyTorch 的比较。</translation>
    </message>
    <message>
        <source>The colour is the gradient, how much each cell really counts.</source>
        <translation>颜色是梯度：每一格真正起多大作用。</translation>
    </message>
    <message>
        <source>With 1 × 1 kernels one number depends on a single cell, however many layers there are: {0} here. The receptive field grows only where kernels look at neighbours. Set kernel size to 3.</source>
        <translation>用 1 × 1 的卷积核，一个数只取决于一格，无论有多少层：这里是 {0} 层。只有卷积核看邻居时，感受野才会变大。把核大小设为 3。</translation>
    </message>
    <message>
        <source>After one layer of {0} × {0} kernels one number depends on cells within the frame: its receptive field. With each further layer it grows.</source>
        <translation>经过一层 {0} × {0} 的卷积核，一个数取决于框里的格：它的感受野。每多一层，它就变大。</translation>
    </message>
    <message>
        <source>After {0} layers of {1} × {1} kernels one number depends on cells within the frame, its theoretical receptive field, but perhaps not on those that dilation and stride jump over.</source>
        <translation>经过 {0} 层 {1} × {1} 的卷积核，一个数取决于框里的格，即它的理论感受野，但不一定取决于膨胀和步幅跳过的格。</translation>
    </message>
    <message>
        <source>After {0} layers of {1} × {1} kernels one number depends on every cell in the frame: its theoretical receptive field. With stride {1} the windows do not overlap: one way leads from each cell to it.</source>
        <translation>经过 {0} 层 {1} × {1} 的卷积核，一个数取决于框里的每一格：它的理论感受野。步幅为 {1} 时窗口不重叠：每一格只有一条路通向它。</translation>
    </message>
    <message>
        <source>The lesson begins with the first filters of conv1 on the page Look inside, as they were learned, on your drawing, or on a seven where there is none. The network does the same in every layer, with more channels: convolution, ReLU, and in some networks a max-pool.</source>
        <translation>这一课从“看内部”页 conv1 的前几个滤波器开始，它们是学来的，用在你的画上，没有画时用在一个 7 上。网络在每一层都做同样的事，只是通道更多：卷积、ReLU，有的网络还有最大池化。</translation>
    </message>
    <message>
        <source>Half the height, half the width.</source>
        <translation>高和宽各减半。</translation>
    </message>
    <message>
        <source>Struck-out rows and columns are never read.</source>
        <translation>划掉的行和列一次也不会被读到。</translation>
    </message>
    <message>
        <source>A ring of zeros, drawn dotted, lets the kernel stand on the edge too.</source>
        <translation>一圈虚线画的零，让卷积核也能站在边上。</translation>
    </message>
    <message>
        <source>{0} rings of zeros, drawn dotted, let the kernel stand on the edge too.</source>
        <translation>{0} 圈虚线画的零，让卷积核也能站在边上。</translation>
    </message>
    <message>
        <source>It slides over {0} × {0} cells and makes {1} × {1}, smaller than the input.</source>
        <translation>它在 {0} × {0} 格上滑动，得到 {1} × {1}，比输入小。</translation>
    </message>
    <message>
        <source>It slides over {0} × {0} cells and makes {1} × {1}, as large as the input.</source>
        <translation>它在 {0} × {0} 格上滑动，得到 {1} × {1}，与输入一样大。</translation>
    </message>
    <message>
        <source>It slides over {0} × {0} cells and makes {1} × {1}, larger than the input.</source>
        <translation>它在 {0} × {0} 格上滑动，得到 {1} × {1}，比输入大。</translation>
    </message>
    <message>
        <source>With stride 1, a 3 × 3 kernel needs padding 1 to keep the size.</source>
        <translation>步幅为 1 时，3 × 3 卷积核要填充 1 才能保持大小。</translation>
    </message>
    <message>
        <source>The same {0} weights W serve every position: W·x.</source>
        <translation>同样的 {0} 个权重 W 用于每个位置：W·x。</translation>
    </message>
    <message>
        <source>The same {0} weights W and the same bias b serve every position: W·x + b.</source>
        <translation>同样的 {0} 个权重 W 和同一个偏置 b 用于每个位置：W·x + b。</translation>
    </message>
    <message>
        <source>What the kernel finds in one place it finds everywhere, and few numbers are enough for any input. Change one weight and watch the whole output change.</source>
        <translation>卷积核在一处能找到的，在哪里都能找到；不管输入多大，很少的数就够了。改变一个权重，看整个输出随之改变。</translation>
    </message>
    <message>
        <source>{0} of the {1} numbers of the output are below 0. Switch ReLU on at the left: it makes them 0.</source>
        <translation>输出的 {1} 个数中有 {0} 个小于 0。在左边打开 ReLU：它把这些数变成 0。</translation>
    </message>
    <message>
        <source>ReLU keeps what is above 0 and makes everything below it 0: max(0, x). Here that changes {0} of {1} numbers. Without it two layers would be no more than one: a sum of sums is a sum.</source>
        <translation>ReLU 保留大于 0 的数，把小于 0 的都变成 0：max(0, x)。这里 {1} 个数中有 {0} 个因此改变。没有它，两层并不比一层多：和的和还是和。</translation>
    </message>
    <message>
        <source>The output is {0} × {0}: a max-pool needs at least {1} × {1}.</source>
        <translation>输出是 {0} × {0}：最大池化至少需要 {1} × {1}。</translation>
    </message>
    <message>
        <source>A max-pool keeps the largest of each {0} × {0} numbers. Switch it on at the left; it needs an output of at least {0} × {0}.</source>
        <translation>最大池化保留每 {0} × {0} 个数中最大的一个。在左边打开它；输出至少要有 {0} × {0}。</translation>
    </message>
    <message>
        <source>The max-pool keeps only the largest of each {0} × {0} numbers: {1} × {1} becomes {2} × {2}. It has no weights. What was found stays, where exactly no longer matters, and the next layer has less to do.</source>
        <translation>最大池化只保留每 {0} × {0} 个数中最大的一个：{1} × {1} 变成 {2} × {2}。它没有权重。找到的东西留下，确切的位置不再重要，下一层要做的也更少。</translation>
    </message>
    <message>
        <source>The last row and column are left over.</source>
        <translation>最后一行和一列是剩下的。</translation>
    </message>
    <message>
        <source>The input has one channel, ink, so each filter has one kernel. Open a picture in colour: it has three.</source>
        <translation>输入只有一个通道，就是墨迹，所以每个滤波器只有一个卷积核。打开一张彩色图片：它有三个通道。</translation>
    </message>
    <message>
        <source>The input has one channel, so each filter has one kernel. Set channels in to 3, for colour.</source>
        <translation>输入只有一个通道，所以每个滤波器只有一个卷积核。把输入通道设为 3，就是彩色。</translation>
    </message>
    <message>
        <source>The input has {0} channels. A common mistake is that one kernel serves all of them. It does not: each channel has a kernel of its own, and the sums are added to one number.</source>
        <translation>输入有 {0} 个通道。常见的误解是一个卷积核用于全部通道。并非如此：每个通道都有自己的卷积核，各个和再相加成一个数。</translation>
    </message>
    <message>
        <source>With groups={0} a filter reads only {1} of them.</source>
        <translation>groups={0} 时，一个滤波器只读取其中 {1} 个。</translation>
    </message>
    <message>
        <source>There is one filter, and so one channel of the output. Set channels out to 2.</source>
        <translation>只有一个滤波器，所以输出只有一个通道。把输出通道设为 2。</translation>
    </message>
    <message>
        <source>Each of the {0} output channels has a filter of its own, with a kernel for every channel that it reads: {1}. Choose a filter above the output: the same input, other weights, another feature map.</source>
        <translation>{0} 个输出通道各有自己的滤波器，读取的每个通道一个卷积核：{1} 个。在输出上方选一个滤波器：同样的输入，不同的权重，得到另一张特征图。</translation>
    </message>
    <message>
        <source>This kernel is {0} × {0}: it looks at neighbours too. Set kernel size to 1.</source>
        <translation>这个卷积核是 {0} × {0}：它也看四邻。把核大小设为 1。</translation>
    </message>
    <message>
        <source>A 1 × 1 kernel looks at one place. Here a filter reads one channel, so it only multiplies each number with its weight.</source>
        <translation>1 × 1 的卷积核只看一个位置。这里一个滤波器只读一个通道，所以它只是把每个数乘以它的权重。</translation>
    </message>
    <message>
        <source>Set groups to 1 to see it mix channels.</source>
        <translation>把分组设为 1，看它怎样混合通道。</translation>
    </message>
    <message>
        <source>Set channels in to 2 or more to see it mix them.</source>
        <translation>把输入通道设为 2 或更多，看它怎样混合它们。</translation>
    </message>
    <message>
        <source>A 1 × 1 kernel looks at one place, but through {0} channels: each filter mixes them with {0} weights. Networks use it to make {2} channels out of {1} at little cost, without looking at neighbours.</source>
        <translation>1 × 1 卷积核只看一个位置，但看全部 {0} 个通道：每个滤波器用 {0} 个权重把它们混合。网络用它以很小的代价把 {1} 个通道变成 {2} 个，而不看四邻。</translation>
    </message>
    <message>
        <source>After {0} layers of {1} × {1} kernels one number could be changed by every cell in the frame: its theoretical receptive field, which grows with each layer. But most ways through the layers lead to its middle. The colour is the gradient, how much each cell really counts. Move kernel size, stride and dilation.</source>
        <translation>经过 {0} 层 {1} × {1} 卷积核之后，方框里的每一格都可能改变这个数：这是理论感受野，每加一层就变大。但穿过各层的路大多通向它的中间。颜色是梯度，即每一格实际有多大作用。试着移动核大小、步幅和膨胀。</translation>
    </message>
    <message>
        <source>With groups=1 every filter reads all channels: here {0} weights. Set channels in and out to 4, then raise groups.</source>
        <translation>groups=1 时，每个滤波器读取全部通道：这里有 {0} 个权重。把输入通道和输出通道设为 4，再增加分组。</translation>
    </message>
    <message>
        <source>As many groups as channels, {0}: each filter reads one channel alone. This depthwise convolution has {1} weights instead of {2}. Its channels never meet; a 1 × 1 convolution after it mixes them.</source>
        <translation>组数等于通道数，{0}：每个滤波器只读取一个通道。这种逐通道卷积有 {1} 个权重，而不是 {2} 个。它的通道互不相遇；之后的 1 × 1 卷积再把它们混合。</translation>
    </message>
    <message>
        <source>With groups={0} the {1} channels are dealt out: each filter reads {2} of them, and the layer has {3} weights instead of {4}. Choose a filter above the output and see which channels have a kernel.</source>
        <translation>groups={0} 时，{1} 个通道分到各组：每个滤波器读取其中 {2} 个，该层有 {3} 个权重，而不是 {4} 个。在输出上方选一个滤波器，看哪些通道有卷积核。</translation>
    </message>
</context>
<context>
    <name>LineCard</name>
    <message>
        <source>exact: the network&apos;s own outputs</source>
        <translation>精确：网络自己的输出</translation>
    </message>
    <message>
        <source>From {0} to {1}</source>
        <translation>从 {0} 到 {1}</translation>
    </message>
    <message>
        <source>training digits most like yours, by their own lead of {0} over {1}; {2:.1f} % of both lie within ±2</source>
        <translation>最像你的训练数字，按它们自己 {0} 对 {1} 的领先排列；两者中 {2:.1f} % 在 ±2 之内</translation>
    </message>
    <message>
        <source>as an earlier step of the run saw it: {0}</source>
        <translation>训练中较早一步的看法：{0}</translation>
    </message>
</context>
<context>
    <name>LineView</name>
    <message>
        <source>From the rival to the answer</source>
        <translation>从对手到回答</translation>
    </message>
    <message>
        <source>The hills: how many training digits have this lead, blue those that are the rival, amber those that are the answer; heights are square roots, so that few can be seen. Below, the ones most like yours.</source>
        <translation>山丘：有多少训练数字具有这个领先，蓝色是对手，琥珀色是回答；高度是平方根，这样少的也看得见。下面是最像你的。</translation>
    </message>
    <message>
        <source>yours {0}</source>
        <translation>你的 {0}</translation>
    </message>
    <message>
        <source>training digit {0:,}, a {1}: lead {2}</source>
        <translation>训练数字 {0:,}，是 {1}：领先 {2}</translation>
    </message>
    <message>
        <source>{0} wins ◂</source>
        <translation>{0} 胜 ◂</translation>
    </message>
    <message>
        <source>▸ {0} wins</source>
        <translation>▸ {0} 胜</translation>
    </message>
</context>
<context>
    <name>LinearCard</name>
    <message>
        <source>{0:,} params</source>
        <translation>{0:,} 个参数</translation>
    </message>
    <message>
        <source>Weights of the linear layer</source>
        <translation>线性层的权重</translation>
    </message>
    <message>
        <source>How much each value of the last maps speaks for (orange) or against (purple) this digit.</source>
        <translation>最后一层图的每个值在多大程度上支持（橙色）或反对（紫色）这个数字。</translation>
    </message>
    <message>
        <source>The ten outputs</source>
        <translation>十个输出</translation>
    </message>
    <message>
        <source>The sums that the linear layer gives, before softmax turns them into probabilities. Click one.</source>
        <translation>线性层给出的和，之后由 softmax 变成概率。可点击其中一个。</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Weights for {0}</source>
        <translation>支持 {0} 的权重</translation>
    </message>
    <message>
        <source>map {0} · row {1}, column {2} · weight {3:+.3f}</source>
        <translation>图 {0} · 行 {1}，列 {2} · 权重 {3:+.3f}</translation>
    </message>
</context>
<context>
    <name>LittleRow</name>
    <message>
        <source>How much of the change is made</source>
        <translation>改动做了多少</translation>
    </message>
    <message>
        <source>From your drawing, at the left, to the changed one, at the right</source>
        <translation>从左边你的画，到右边改动后的画</translation>
    </message>
    <message>
        <source>A little everywhere</source>
        <translation>处处一点点</translation>
    </message>
    <message>
        <source>→ {0}, at most {1:.2f} a pixel; a person still sees a {2}</source>
        <translation>→ {0}，每个像素最多 {1:.2f}；人看到的仍是 {2}</translation>
    </message>
    <message>
        <source>→ {0} an earlier step ago, at most {1:.2f} a pixel; a person still sees a {2}</source>
        <translation>→ {0}（较早的一步），每个像素最多 {1:.2f}；人看到的仍是 {2}</translation>
    </message>
    <message>
        <source>here it reads {0}, {1:.0f} %</source>
        <translation>这里读成 {0}，{1:.0f} %</translation>
    </message>
</context>
<context>
    <name>LoadingHint</name>
    <message>
        <source>Read the weights once more, for instance after the file was put back</source>
        <translation>再读取一次权重，例如在文件放回之后</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Open a file with other weights (Ctrl+O)</source>
        <translation>打开另一个权重文件(Ctrl+O)</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>选择另一个…</translation>
    </message>
    <message>
        <source>The network is being loaded…</source>
        <translation>正在载入网络…</translation>
    </message>
</context>
<context>
    <name>LookHints</name>
    <message>
        <source>Try: the arrow keys, where not all layers fit.</source>
        <translation>试一试：放不下所有层时，用方向键。</translation>
    </message>
    <message>
        <source>Try: per map, and see how faint maps of the layer were.</source>
        <translation>试一试：选“每张图”，看这一层有些图原来有多暗。</translation>
    </message>
    <message>
        <source>Try: per layer, and see which kernels have large weights.</source>
        <translation>试试：每层，看看哪些卷积核的权重大。</translation>
    </message>
    <message>
        <source>Try: point at a kernel of conv1 and find its edge in the map of the same number.</source>
        <translation>试一试：指向 conv1 的一个卷积核，在同号的图里找它的边缘。</translation>
    </message>
    <message>
        <source>Try: the arrow keys, then Return. In later layers the framed part of the drawing grows.</source>
        <translation>试一试：用方向键，再按回车。越往后的层，画上框出的部分越大。</translation>
    </message>
    <message>
        <source>Try: click the second best digit and see which maps speak for it.</source>
        <translation>试一试：点击排第二的数字，看哪些图支持它。</translation>
    </message>
    <message>
        <source>Try: click the answer, then its rival, and compare the two.</source>
        <translation>试一试：点击回答，再点击它的对手，比较两者。</translation>
    </message>
    <message>
        <source>Try: after the file is where it was.</source>
        <translation>试一试：等文件放回原处之后。</translation>
    </message>
    <message>
        <source>Try: weights that you trained or exported before.</source>
        <translation>试一试：你以前训练或导出的权重。</translation>
    </message>
    <message>
        <source>Try: with it on, the first three channels often make most of the sum.</source>
        <translation>试一试：打开它，前三个通道往往就占了和的大部分。</translation>
    </message>
    <message>
        <source>Try: compare the brightest pixel of a map with a dark one, or the answer with the runner-up.</source>
        <translation>试试：比较一张图中最亮的像素和一个暗的像素，或者答案和第二名。</translation>
    </message>
    <message>
        <source>Try: follow the path down with the arrow keys to the pixel of your drawing.</source>
        <translation>试一试：用方向键沿路径往下，直到你的画上的像素。</translation>
    </message>
    <message>
        <source>Try: set the strongest weight to 0 and look at the answer.</source>
        <translation>试一试：把最强的权重设为 0，看看回答。</translation>
    </message>
    <message>
        <source>Try: go back to a stop where the sum was negative.</source>
        <translation>试一试：退回到和为负的一步。</translation>
    </message>
    <message>
        <source>Try: let it slide over a 1 and see where the map lights up.</source>
        <translation>试一试：让它滑过一个 1，看图在哪里变亮。</translation>
    </message>
    <message>
        <source>Try: watch the frame go over it, and where it lies half in the padding.</source>
        <translation>试试：看方框怎样移过，以及它在哪里有一半在填充里。</translation>
    </message>
    <message>
        <source>Try: the channel with the largest sum first, then one that takes away.</source>
        <translation>试试：先看和最大的通道，再看一个减去的通道。</translation>
    </message>
    <message>
        <source>Try: guess the next number before you press it.</source>
        <translation>试一试：按之前先猜下一个数。</translation>
    </message>
    <message>
        <source>Try: 1 stop a second, to follow each sum.</source>
        <translation>试一试：每秒 1 步，跟上每一个和。</translation>
    </message>
    <message>
        <source>Try: the key Esc does the same.</source>
        <translation>试一试：按 Esc 键也一样。</translation>
    </message>
    <message>
        <source>Try: click a dark square: what was missing there?</source>
        <translation>试一试：点击一个暗的方块：那里缺了什么？</translation>
    </message>
    <message>
        <source>Try: point at a weight; what it was multiplied with is framed in the layer before.</source>
        <translation>试一试：指向一个权重；与它相乘的数会在前一层里框出。</translation>
    </message>
    <message>
        <source>Try: find a place where ReLU made a negative number 0.</source>
        <translation>试一试：找一个 ReLU 把负数变成 0 的位置。</translation>
    </message>
    <message>
        <source>Try: choose the last line, a pixel of the drawing, and erase it.</source>
        <translation>试一试：选最后一行，即画上的一个像素，把它擦掉。</translation>
    </message>
    <message>
        <source>Try: turn its sign round and see which digits suffer.</source>
        <translation>试一试：改变它的正负号，看哪些数字受影响。</translation>
    </message>
    <message>
        <source>Try: a large bias lights up the whole map.</source>
        <translation>试一试：很大的偏置会点亮整张图。</translation>
    </message>
    <message>
        <source>Try: Sobel in a filter of conv1: it is much like what the network learned itself.</source>
        <translation>试一试：把 Sobel 放进 conv1 的一个滤波器：它很像网络自己学到的。</translation>
    </message>
    <message>
        <source>Try: all channels, and see how the map becomes one of all edges.</source>
        <translation>试一试：选所有通道，看这张图怎样变成所有边缘的图。</translation>
    </message>
    <message>
        <source>Try: paste, then Undo, back and forth.</source>
        <translation>试一试：粘贴，再撤销，来回几次。</translation>
    </message>
    <message>
        <source>Try: look for a filter whose loss turns the answer, by switching them off one by one.</source>
        <translation>试一试：一个一个关掉，找出少了它回答就会变的滤波器。</translation>
    </message>
    <message>
        <source>Try: after many changes, go back at once.</source>
        <translation>试一试：改了很多之后，一下子回去。</translation>
    </message>
    <message>
        <source>Try: guess first: how many of 10,000 digits does one filter cost?</source>
        <translation>试一试：先猜一猜：少一个滤波器，10,000 个数字会多错多少？</translation>
    </message>
    <message>
        <source>Try: save it and compare both under Networks.</source>
        <translation>试一试：存起来，在“网络”里比较两者。</translation>
    </message>
    <message>
        <source>Try: undo and redo while you look at the ten probabilities.</source>
        <translation>试一试：一边撤销和重做，一边看十个概率。</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>End the slide, close the inspector</source>
        <translation>结束滑动，关闭检查器</translation>
    </message>
    <message>
        <source>Point: what a pixel reads. Click: where its number comes from.</source>
        <translation>指向：一个像素读取什么。点击：它的数从何而来。</translation>
    </message>
    <message>
        <source>{0} · map {1} · row {2}, column {3}{4}</source>
        <translation>{0} · 图 {1} · 行 {2}，列 {3}{4}</translation>
    </message>
    <message>
        <source>{0} · map {1} reads channel {2} · weights {3:+.2f} … {4:+.2f}</source>
        <translation>{0} · 图 {1} 读取通道 {2} · 权重 {3:+.2f} … {4:+.2f}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Retrain</source>
        <translation>重新训练</translation>
    </message>
</context>
<context>
    <name>MapsStrip</name>
    <message>
        <source>The share of every map</source>
        <translation>每张图的份额</translation>
    </message>
    <message>
        <source>Every map&apos;s share, the one most for the answer first. Click: look inside.</source>
        <translation>每张图的份额，最支持回答的在前。点击：看内部。</translation>
    </message>
    <message>
        <source>map {0}: {1}</source>
        <translation>图 {0}：{1}</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Open weights…</source>
        <translation>打开权重…</translation>
    </message>
    <message>
        <source>Save weights as…</source>
        <translation>权重另存为…</translation>
    </message>
    <message>
        <source>Use the shipped weights</source>
        <translation>使用自带的权重</translation>
    </message>
    <message>
        <source>Use the previous network</source>
        <translation>使用前一个网络</translation>
    </message>
    <message>
        <source>Networks…</source>
        <translation>网络…</translation>
    </message>
    <message>
        <source>Open a picture…</source>
        <translation>打开图片…</translation>
    </message>
    <message>
        <source>Save the drawing as PNG…</source>
        <translation>把画存为 PNG…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>绘画</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation>粘贴图片</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>画笔</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>橡皮</translation>
    </message>
    <message>
        <source>Thinner brush</source>
        <translation>笔变细</translation>
    </message>
    <message>
        <source>Thicker brush</source>
        <translation>笔变粗</translation>
    </message>
    <message>
        <source>Look at the next digit</source>
        <translation>查看下一个数字</translation>
    </message>
    <message>
        <source>Pen pressure changes the width</source>
        <translation>压感改变笔的粗细</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Open data folder</source>
        <translation>打开数据文件夹</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>正常文字大小</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>The tour: six steps</source>
        <translation>导览：六步</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>词汇表</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>What is this? The control with the keyboard</source>
        <translation>这是什么？说明键盘所在的控件</translation>
    </message>
    <message>
        <source>What is this? Click on anything</source>
        <translation>这是什么？点击任何东西</translation>
    </message>
    <message>
        <source>About ConvPad</source>
        <translation>关于 ConvPad</translation>
    </message>
    <message>
        <source>Open weights</source>
        <translation>打开权重</translation>
    </message>
    <message>
        <source>Weights (*.safetensors *.pt *.pth)</source>
        <translation>权重 (*.safetensors *.pt *.pth)</translation>
    </message>
    <message>
        <source>Weights (*.safetensors)</source>
        <translation>权重 (*.safetensors)</translation>
    </message>
    <message>
        <source>Save weights</source>
        <translation>保存权重</translation>
    </message>
    <message>
        <source>The system did not open the folder {0}</source>
        <translation>系统没有打开文件夹 {0}</translation>
    </message>
    <message>
        <source>Open a picture</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <source>Pictures ({0})</source>
        <translation>图片 ({0})</translation>
    </message>
    <message>
        <source>Save the drawing</source>
        <translation>保存画</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
</context>
<context>
    <name>NearCard</name>
    <message>
        <source>Most like it in training</source>
        <translation>训练中最像它的</translation>
    </message>
    <message>
        <source>by the last layer</source>
        <translation>按最后一层</translation>
    </message>
    <message>
        <source>Training digits that the last layer sees most alike: the cosine between their features and the drawing&apos;s, in the 32 directions in which they differ most. 1 is the same direction, 0 nothing in common.</source>
        <translation>最后一层看来最像的训练数字：它们的特征与这幅画的特征在差别最大的 32 个方向上的余弦。1 是同一方向，0 是毫无共同之处。</translation>
    </message>
    <message>
        <source>of all</source>
        <translation>全部之中</translation>
    </message>
    <message>
        <source>Most like it of all digits</source>
        <translation>所有数字中最像它的</translation>
    </message>
    <message>
        <source>Most like it of the rival&apos;s digits</source>
        <translation>对手的数字中最像它的</translation>
    </message>
    <message>
        <source>of the digit {0}</source>
        <translation>数字 {0} 中</translation>
    </message>
    <message>
        <source>of the class {0}</source>
        <translation>类别 {0} 之中</translation>
    </message>
    <message>
        <source>an earlier step</source>
        <translation>较早的一步</translation>
    </message>
    <message>
        <source>of {0:,} · {1}</source>
        <translation>共 {0:,} · {1}</translation>
    </message>
    <message>
        <source>training digit {0:,}, a {1}: cosine {2:.3f}</source>
        <translation>训练数字 {0:,}，是 {1}：余弦 {2:.3f}</translation>
    </message>
</context>
<context>
    <name>NetworkHints</name>
    <message>
        <source>Try: choose two networks and find kernels that they learned alike.</source>
        <translation>试一试：选两个网络，找出它们学到的相似的卷积核。</translation>
    </message>
    <message>
        <source>Try: choose two with Ctrl and a click: they are compared on your drawing.</source>
        <translation>试一试：按住 Ctrl 点击选两个：在你的画上比较它们。</translation>
    </message>
    <message>
        <source>Try: change to and fro, and watch the answer to a doubtful digit.</source>
        <translation>试一试：来回切换，看对一个不确定的数字的回答。</translation>
    </message>
    <message>
        <source>Try: press it twice: you are back.</source>
        <translation>试一试：按两次：就回到原来的。</translation>
    </message>
    <message>
        <source>Try: put what you changed into the name, for instance no-padding.</source>
        <translation>试一试：把你改了什么写进名字，例如 no-padding。</translation>
    </message>
    <message>
        <source>Try: delete, then Undo delete, as long as ConvPad is open.</source>
        <translation>试一试：删除，再撤销删除，只要 ConvPad 还开着。</translation>
    </message>
    <message>
        <source>Try: delete one that you can spare, then bring it back.</source>
        <translation>试一试：删除一个不要紧的，再找回来。</translation>
    </message>
    <message>
        <source>Try: draw something between two digits: do both networks say the same?</source>
        <translation>试一试：画一个介于两个数字之间的：两个网络说的一样吗？</translation>
    </message>
    <message>
        <source>Try: clear, then Undo: nothing is lost.</source>
        <translation>试一试：清空，再撤销：什么都没有丢。</translation>
    </message>
    <message>
        <source>Try: take a stroke back and see which network changes its mind first.</source>
        <translation>试一试：撤销一笔，看哪个网络先改变主意。</translation>
    </message>
    <message>
        <source>Try: draw one straight line and see which maps of each answer.</source>
        <translation>试一试：画一条直线，看两边各有哪些图有反应。</translation>
    </message>
    <message>
        <source>Try: find a drawing for which both are unsure.</source>
        <translation>试一试：找一幅让两者都没有把握的画。</translation>
    </message>
</context>
<context>
    <name>NetworkInUse</name>
    <message>
        <source>The shipped weights are never overwritten; choose another name.</source>
        <translation>自带的权重从不被覆盖；请换一个名字。</translation>
    </message>
</context>
<context>
    <name>Networks</name>
    <message>
        <source>A name has 1 to {0} characters, none of them {1}, and no dot at the start.</source>
        <translation>名字有 1 到 {0} 个字符，不能含有 {1}，也不能以点开头。</translation>
    </message>
    <message>
        <source>There is a network called {0} already; choose another name.</source>
        <translation>已经有一个名为 {0} 的网络；请换一个名字。</translation>
    </message>
    <message>
        <source>{0} cannot be renamed: {1}.</source>
        <translation>无法重命名 {0}：{1}。</translation>
    </message>
    <message>
        <source>{0} is in use; use another network first.</source>
        <translation>{0} 正在使用；请先换用另一个网络。</translation>
    </message>
    <message>
        <source>{0} cannot be deleted: {1}.</source>
        <translation>无法删除 {0}：{1}。</translation>
    </message>
    <message>
        <source>There is a network called {0} again; rename it first.</source>
        <translation>又有一个名为 {0} 的网络；请先给它改名。</translation>
    </message>
</context>
<context>
    <name>NetworksDialog</name>
    <message>
        <source>Networks</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Choose one to compare it with the network in use, or two (Ctrl) to compare them with each other.</source>
        <translation>选一个，与正在使用的网络比较；或选两个(Ctrl)，让它们互相比较。</translation>
    </message>
    <message>
        <source>Return or a double click uses a network; F2 renames, Delete deletes</source>
        <translation>回车或双击使用一个网络；F2 重命名，Delete 删除</translation>
    </message>
    <message>
        <source>Use this network</source>
        <translation>使用这个网络</translation>
    </message>
    <message>
        <source>Answer with the chosen network from now on</source>
        <translation>从现在起用所选的网络回答</translation>
    </message>
    <message>
        <source>Previous network</source>
        <translation>前一个网络</translation>
    </message>
    <message>
        <source>Go back to the network that was in use before</source>
        <translation>回到之前使用的网络</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Give it another name (F2)</source>
        <translation>换一个名字 (F2)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Take its file away (Delete); can be undone</source>
        <translation>移走它的文件 (Delete)；可以撤销</translation>
    </message>
    <message>
        <source>Undo delete</source>
        <translation>撤销删除</translation>
    </message>
    <message>
        <source>Bring back what was deleted last, until ConvPad is closed</source>
        <translation>找回最后删除的网络，关闭 ConvPad 之前都可以</translation>
    </message>
    <message>
        <source>In use: {0}</source>
        <translation>正在使用：{0}</translation>
    </message>
    <message>
        <source>Choose a network above</source>
        <translation>请在上面选择一个网络</translation>
    </message>
    <message>
        <source>A new network waits for your decision: keep or revert it first.</source>
        <translation>一个新网络在等你决定：请先保留或还原。</translation>
    </message>
    <message>
        <source>While a network is trained, the one in use stays.</source>
        <translation>训练网络时，正在使用的网络保持不变。</translation>
    </message>
</context>
<context>
    <name>NetworksTable</name>
    <message>
        <source>name</source>
        <translation>名字</translation>
    </message>
    <message>
        <source>date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>The file&apos;s name in ConvPad&apos;s data folder; F2 changes it</source>
        <translation>在 ConvPad 数据文件夹里的文件名；按 F2 更改</translation>
    </message>
    <message>
        <source>When it was saved</source>
        <translation>保存的时间</translation>
    </message>
    <message>
        <source>Weights and biases</source>
        <translation>权重和偏置</translation>
    </message>
    <message>
        <source>The part of the test images that it reads right, of MNIST or of what it was trained on</source>
        <translation>它在测试图像中读对的比例：MNIST 的，或它训练时所用数据的</translation>
    </message>
    <message>
        <source>Of each layer: channels @ kernel, / stride, ↓ max-pool</source>
        <translation>每一层：通道 @ 卷积核，/ 步幅，↓ 最大池化</translation>
    </message>
    <message>
        <source>What it was trained with</source>
        <translation>用什么训练的</translation>
    </message>
    <message>
        <source>{0} (shipped)</source>
        <translation>{0}（自带）</translation>
    </message>
    <message>
        <source>● {0}</source>
        <translation>● {0}</translation>
    </message>
    <message>
        <source>{0} epochs</source>
        <translation>{0} 轮</translation>
    </message>
    <message>
        <source>{0} examples</source>
        <translation>{0} 个样例</translation>
    </message>
    <message>
        <source>changed by hand</source>
        <translation>手动改变过</translation>
    </message>
</context>
<context>
    <name>OutcomeDialog</name>
    <message>
        <source>What changed</source>
        <translation>改变了什么</translation>
    </message>
    <message>
        <source>My examples</source>
        <translation>我的示例</translation>
    </message>
    <message>
        <source>Careful: {0} of the {1}s that a program drew in many ways are now read as {2}.</source>
        <translation>小心：程序用多种写法画出的 {1} 中，有 {0} 个现在被读成 {2}。</translation>
    </message>
    <message>
        <source>Test set of {0}</source>
        <translation>{0} 的测试集</translation>
    </message>
    <message>
        <source>Careful: {0} of the {1}s of the test set are now read as {2}, beyond chance.</source>
        <translation>小心：测试集里的 {1} 有 {0} 个现在被读成 {2}，超出偶然。</translation>
    </message>
    <message>
        <source>Digits that now look alike</source>
        <translation>现在看起来相像的数字</translation>
    </message>
    <message>
        <source>Try: add some of these to your examples, as what they are, and learn again.</source>
        <translation>试试：把其中几个按它们本来的数字加入样例，再学习一次。</translation>
    </message>
    <message>
        <source>{0}: before {1:.2f} %, now {2:.2f} %</source>
        <translation>{0}：之前 {1:.2f} %，现在 {2:.2f} %</translation>
    </message>
    <message>
        <source>{0} digits lost, {1} won; by chance alone at least so uneven with probability {2:.3g}</source>
        <translation>失去 {0} 个数字，得到 {1} 个；只由偶然达到这样的不均，概率为 {2:.3g}</translation>
    </message>
    <message>
        <source>McNemar&apos;s exact test looks only at the digits on which the two networks differ: if neither were better, each would fall to either side like a coin. Below 0.05 it is called beyond chance.</source>
        <translation>McNemar 精确检验只看两个网络读法不同的数字：如果两者一样好，每个数字落在哪一边就像抛硬币。低于 0.05 就说超出偶然。</translation>
    </message>
    <message>
        <source>Right before, wrong now</source>
        <translation>之前对，现在错</translation>
    </message>
    <message>
        <source>Wrong before, right now</source>
        <translation>之前错，现在对</translation>
    </message>
    <message>
        <source>Try: ask of each whether you would have read it.</source>
        <translation>试试：逐个问自己，你认得出来吗。</translation>
    </message>
    <message>
        <source>Each digit is read as it was.</source>
        <translation>每个数字的读法都和之前一样。</translation>
    </message>
    <message>
        <source>Below each, what was read before and now</source>
        <translation>每张图下方：之前读成什么，现在读成什么</translation>
    </message>
    <message>
        <source>A {0}: read as {1} before, as {2} now</source>
        <translation>一个 {0}：之前读成 {1}，现在读成 {2}</translation>
    </message>
</context>
<context>
    <name>OutputMaps</name>
    <message>
        <source>Output, feature map</source>
        <translation>输出，特征图</translation>
    </message>
    <message>
        <source>Each cell is one stop of the kernels. Pointing at one shows what it reads; click it, or use the arrow keys, to go there.</source>
        <translation>每一格是卷积核的一次停留。指向一格可看它读取了什么；点击它或用方向键移到那里。</translation>
    </message>
    <message>
        <source>Output after ReLU</source>
        <translation>ReLU 之后的输出</translation>
    </message>
    <message>
        <source>The output after ReLU: what was below 0 is 0.</source>
        <translation>ReLU 之后的输出：小于 0 的都是 0。</translation>
    </message>
    <message>
        <source>Output after the max-pool</source>
        <translation>最大池化之后的输出</translation>
    </message>
    <message>
        <source>The largest of each {0} × {0} numbers.</source>
        <translation>每 {0} × {0} 个数中最大的一个。</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>滤波器</translation>
    </message>
    <message>
        <source>Filter {0}: its kernels, its bias and the map it makes</source>
        <translation>滤波器 {0}：它的卷积核、偏置和得到的图</translation>
    </message>
    <message>
        <source>filter {0}</source>
        <translation>滤波器 {0}</translation>
    </message>
    <message>
        <source>out[{0}, {1}, {2}] = {3}</source>
        <translation>out[{0}, {1}, {2}] = {3}</translation>
    </message>
</context>
<context>
    <name>PadHints</name>
    <message>
        <source>Try: a 1 with a flag and a foot, then without. Or drop a photograph of a digit here.</source>
        <translation>试一试：画一个带钩和底线的 1，再画不带的。也可以把数字的照片拖到这里。</translation>
    </message>
    <message>
        <source>Try: a thick pen and a small digit; it is read all the same.</source>
        <translation>试一试：用粗笔写小数字；照样能读。</translation>
    </message>
    <message>
        <source>Try: open an 8 at its left and see when it becomes a 3.</source>
        <translation>试一试：把 8 的左边擦开，看什么时候变成 3。</translation>
    </message>
    <message>
        <source>Try: take strokes back one by one, and watch the answer go with them.</source>
        <translation>试一试：一笔一笔撤销，看回答怎样跟着变。</translation>
    </message>
    <message>
        <source>Try: go back and forth over the stroke that changed the answer.</source>
        <translation>试一试：在改变回答的那一笔上来回。</translation>
    </message>
    <message>
        <source>Try: clear, then Undo: nothing is lost.</source>
        <translation>试一试：清空，再撤销：什么都没有丢。</translation>
    </message>
    <message>
        <source>Try: draw the same digit at both ends and compare what the network sees.</source>
        <translation>试一试：用两端的粗细画同一个数字，比较网络看到的。</translation>
    </message>
    <message>
        <source>Try: point at a pixel; its place on your drawing is framed.</source>
        <translation>试一试：指向一个像素；它在你的画上的位置会被框出。</translation>
    </message>
    <message>
        <source>Try: leave the window open and draw a digit in a corner of the pad.</source>
        <translation>试一试：让窗口开着，在画板的角落画一个数字。</translation>
    </message>
    <message>
        <source>Try: draw a 4 slowly and watch when 9 gives way.</source>
        <translation>试一试：慢慢画一个 4，看 9 什么时候让位。</translation>
    </message>
    <message>
        <source>Try: keep three drawings of a digit that is misread, then learn from them.</source>
        <translation>试一试：保存三幅被读错的数字，然后用它们学习。</translation>
    </message>
    <message>
        <source>Try: then read below what it changed, and draw the digit again.</source>
        <translation>试试：之后看下方它改变了什么，再画一遍这个数字。</translation>
    </message>
    <message>
        <source>Try: click the right digit when the answer is wrong; the drawing becomes an example.</source>
        <translation>试一试：回答错了，就点击正确的数字；这幅画成为样例。</translation>
    </message>
    <message>
        <source>Try: draw on while this window is open; the steps follow.</source>
        <translation>试一试：这个窗口开着时继续画；各步骤会跟着变。</translation>
    </message>
    <message>
        <source>Try: the key Esc does the same.</source>
        <translation>试一试：按 Esc 键也一样。</translation>
    </message>
    <message>
        <source>Try: open a photograph with a shadow on it.</source>
        <translation>试一试：打开一张带阴影的照片。</translation>
    </message>
    <message>
        <source>Try: a picture of ruled or coloured paper.</source>
        <translation>试一试：用横线纸或彩色纸的图片。</translation>
    </message>
    <message>
        <source>Try: a faint pencil digit; thin strokes are thickened.</source>
        <translation>试一试：用淡淡的铅笔数字；细的笔画会加粗。</translation>
    </message>
    <message>
        <source>Try: draw a leaning 1, and switch it off and on again.</source>
        <translation>试试：画一个倾斜的 1，关掉它再打开。</translation>
    </message>
    <message>
        <source>Try: look for a drawing with the wrong digit; one such example can spoil what is learned.</source>
        <translation>试一试：找一幅数字标错的画；一个这样的样例就能影响学到的东西。</translation>
    </message>
    <message>
        <source>Try: choose several with Ctrl and a click, then remove them at once.</source>
        <translation>试一试：按住 Ctrl 点击选几个，一次删除。</translation>
    </message>
    <message>
        <source>Try: draw again the digit that was misread, before you keep what was learned.</source>
        <translation>试一试：保留之前，把读错的数字再画一次。</translation>
    </message>
    <message>
        <source>Try: cancel, add another example, and learn again.</source>
        <translation>试一试：取消，再加一个样例，重新学习。</translation>
    </message>
    <message>
        <source>Try: draw a few other digits first: are they still read?</source>
        <translation>试一试：先画几个别的数字：还读得对吗？</translation>
    </message>
    <message>
        <source>Try: revert, remove a doubtful example, and learn again.</source>
        <translation>试一试：还原，删掉可疑的样例，重新学习。</translation>
    </message>
</context>
<context>
    <name>PadMenu</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation>粘贴图片</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Look inside</source>
        <translation>看内部</translation>
    </message>
    <message>
        <source>Draw, and see every layer (Ctrl+{0})</source>
        <translation>画数字，看每一层 (Ctrl+{0})</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>Why this digit and not another: measured, searched, added up (Ctrl+{0})</source>
        <translation>为什么是这个数字而不是别的：测量、搜索、相加（Ctrl+{0}）</translation>
    </message>
    <message>
        <source>Convolution lab</source>
        <translation>卷积实验室</translation>
    </message>
    <message>
        <source>Try each idea on small numbers (Ctrl+{0})</source>
        <translation>用小的数试验每个概念 (Ctrl+{0})</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Train a new network and watch it learn (Ctrl+{0})</source>
        <translation>训练一个新网络，看它学习 (Ctrl+{0})</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>How well the network reads test digits, and where it fails (Ctrl+{0})</source>
        <translation>网络读测试数字读得多好，又错在哪里（Ctrl+{0}）</translation>
    </message>
</context>
<context>
    <name>PathList</name>
    <message>
        <source>The path to the input</source>
        <translation>到输入的路径</translation>
    </message>
    <message>
        <source>Each line is the number that gave most to the one above: its value × weight = what it gave.</source>
        <translation>每一行是对上一行贡献最大的数：它的值 × 权重 = 它的贡献。</translation>
    </message>
    <message>
        <source>What contributed most, (row, column)</source>
        <translation>贡献最大的一项（行, 列）</translation>
    </message>
    <message>
        <source>{0} · map {1} · ({2}, {3})</source>
        <translation>{0} · 图 {1} · ({2}, {3})</translation>
    </message>
</context>
<context>
    <name>PictureFiles</name>
    <message>
        <source>There is no picture there; copy or drop a picture file.</source>
        <translation>那里没有图片；请复制或拖入一个图片文件。</translation>
    </message>
    <message>
        <source>Nothing was found on the picture: it is empty or too faint. The pad keeps what was there.</source>
        <translation>图片上没有找到任何内容：它是空白的或太淡。画板保留原有内容。</translation>
    </message>
</context>
<context>
    <name>PlaceCard</name>
    <message>
        <source>Where it lies</source>
        <translation>它在哪里</translation>
    </message>
    <message>
        <source>a shadow</source>
        <translation>影子</translation>
    </message>
    <message>
        <source>{0:,} training digits as the last layer sees them, flattened. Line: your drawing as it grew.</source>
        <translation>最后一层看到的 {0:,} 个训练数字，压平了。线：你的画成长的路。</translation>
    </message>
    <message>
        <source>{0:,} training digits as an earlier step of the run saw them, flattened.</source>
        <translation>训练中较早一步看到的 {0:,} 个训练数字，压平了。</translation>
    </message>
</context>
<context>
    <name>PlaceView</name>
    <message>
        <source>Where the drawing lies among training digits</source>
        <translation>这幅画在训练数字中的位置</translation>
    </message>
    <message>
        <source>A linear discriminant: the plane onto which the last layer&apos;s features of the ten digits fall farthest apart. It is a shadow of hundreds of numbers, so what lies together here may still be apart.</source>
        <translation>线性判别：最后一层的特征投到这个平面上时，十个数字分得最开。它是几百个数的影子，所以这里在一起的仍可能是分开的。</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>drawing · row {0}, column {1}</source>
        <translation>画 · 行 {0}，列 {1}</translation>
    </message>
    <message>
        <source>linear · output {0}</source>
        <translation>线性层 · 输出 {0}</translation>
    </message>
    <message>
        <source>{0} before its pool</source>
        <translation>池化前的{0}</translation>
    </message>
    <message>
        <source>{0} · map {1} · row {2}, column {3}</source>
        <translation>{0} · 图 {1} · 行 {2}，列 {3}</translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>Augmentation: sixteen digits</source>
        <translation>数据增强：十六个数字</translation>
    </message>
    <message>
        <source>as the network gets them</source>
        <translation>网络得到的样子</translation>
    </message>
    <message>
        <source>as the data have them</source>
        <translation>数据中的样子</translation>
    </message>
    <message>
        <source>Every time a digit comes up it is changed anew, so the network never sees quite the same one twice. Towards the end of a run the changes grow smaller.</source>
        <translation>每次用到一个数字都会重新变化，所以网络不会两次看到完全相同的数字。训练接近尾声时，变化会变小。</translation>
    </message>
    <message>
        <source>Other digits</source>
        <translation>换一批</translation>
    </message>
    <message>
        <source>Show sixteen others</source>
        <translation>换十六个数字</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close this window (Esc)</source>
        <translation>关闭此窗口 (Esc)</translation>
    </message>
</context>
<context>
    <name>ProgressCard</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Not training</source>
        <translation>没有在训练</translation>
    </message>
    <message>
        <source>Training progress</source>
        <translation>训练进度</translation>
    </message>
    <message>
        <source>Reading {0}…</source>
        <translation>正在读取 {0}…</translation>
    </message>
    <message>
        <source>validation set {0:.2f} %</source>
        <translation>验证集 {0:.2f} %</translation>
    </message>
    <message>
        <source>validation sample {0:.2f} %</source>
        <translation>验证样本 {0:.2f} %</translation>
    </message>
    <message>
        <source>epoch {0} of {1} · step {2:,} of {3:,}</source>
        <translation>第 {0} 轮，共 {1} 轮 · 第 {2:,} 步，共 {3:,} 步</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>还剩 {0}</translation>
    </message>
    <message>
        <source>{0:,.0f} images/s</source>
        <translation>每秒 {0:,.0f} 张</translation>
    </message>
    <message>
        <source>Measuring on the test set…</source>
        <translation>正在用测试集检验…</translation>
    </message>
</context>
<context>
    <name>QuestionBar</name>
    <message>
        <source>Why this digit</source>
        <translation>为什么是这个数字</translation>
    </message>
    <message>
        <source>The digit that is asked about: the one with the largest output, unless you choose another.</source>
        <translation>所问的数字：输出最大的那个，除非你选别的。</translation>
    </message>
    <message>
        <source>and not this one</source>
        <translation>而不是这个</translation>
    </message>
    <message>
        <source>The digit it is compared with: the runner-up, unless you choose another. Keys 0 to 9 choose it.</source>
        <translation>与之比较的数字：第二名，除非你选别的。按键 0 到 9 选择它。</translation>
    </message>
    <message>
        <source>runner-up</source>
        <translation>第二名</translation>
    </message>
    <message>
        <source>Each card takes this lead apart, measures it, or tries to overturn it.</source>
        <translation>每张卡片分解这个领先、测量它，或者试图推翻它。</translation>
    </message>
    <message>
        <source>How far to trust this</source>
        <translation>这有多可信</translation>
    </message>
    <message>
        <source>What each kind of answer is worth, shown on your drawing</source>
        <translation>每种回答值多少，用你的画来说明</translation>
    </message>
    <message>
        <source>What this page shows, and what its colours and badges mean</source>
        <translation>这一页显示什么，颜色和标记是什么意思</translation>
    </message>
    <message>
        <source>What this page shows</source>
        <translation>这一页显示什么</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>and not</source>
        <translation>而不是</translation>
    </message>
    <message>
        <source>?</source>
        <translation>?</translation>
    </message>
    <message>
        <source>Each card takes the lead of one digit over another apart, measures it, or tries to overturn it, while you draw. On every card amber speaks for the answer and blue for the rival.</source>
        <translation>在你画的时候，每张卡片拆开、测量或试着推翻一个数字对另一个的领先。在每张卡片上，琥珀色支持答案，蓝色支持对手。</translation>
    </message>
    <message>
        <source>The badge of a card says what kind of answer it gives:</source>
        <translation>卡片上的标记说明它给出哪种回答：</translation>
    </message>
    <message>
        <source>Keys 0 to 9 choose the rival. What you try here lands on the pad and can be undone.</source>
        <translation>按键 0 到 9 选择对手。在这里尝试的会画到画板上，可以撤销。</translation>
    </message>
    <message>
        <source>{0} leads {1} by {2}</source>
        <translation>{0} 领先 {1}：{2}</translation>
    </message>
    <message>
        <source>{0} lies behind {1} by {2}</source>
        <translation>{0} 落后 {1}：{2}</translation>
    </message>
    <message>
        <source>(its output minus {0}&apos;s)</source>
        <translation>（它的输出减 {0} 的）</translation>
    </message>
</context>
<context>
    <name>QuestionWords</name>
    <message>
        <source>Input {0} × {0}, kernel_size={1}, stride={2}, padding={3}: how many rows has the output?</source>
        <translation>输入 {0} × {0}，kernel_size={1}，stride={2}，padding={3}：输出有几行？</translation>
    </message>
    <message>
        <source>in_channels={0}, out_channels={1}, kernel_size={2}: how many weights, without biases?</source>
        <translation>in_channels={0}，out_channels={1}，kernel_size={2}：不算偏置，有多少个权重？</translation>
    </message>
    <message>
        <source>in_channels={0}, out_channels={1}, kernel_size={2}, groups={3}: how many weights, without biases?</source>
        <translation>in_channels={0}，out_channels={1}，kernel_size={2}，groups={3}：不算偏置，有多少个权重？</translation>
    </message>
    <message>
        <source>Channels in: {0}. How many kernels has one filter?</source>
        <translation>输入通道：{0}。一个滤波器有几个卷积核？</translation>
    </message>
    <message>
        <source>Where the whole input is 1: what is the sum of filter 0&apos;s products, without a bias?</source>
        <translation>在输入全是 1 的地方：滤波器 0 的乘积之和是多少，不算偏置？</translation>
    </message>
    <message>
        <source>A {0} × {0} kernel on one channel: on how many numbers of the input does one of the output depend?</source>
        <translation>一个通道上的 {0} × {0} 卷积核：输出的一个数取决于输入的多少个数？</translation>
    </message>
    <message>
        <source>An input of {0} × {0} with padding={1}: how many zeros are put around each channel?</source>
        <translation>{0} × {0} 的输入，padding={1}：每个通道四周放了多少个零？</translation>
    </message>
    <message>
        <source>A {0} × {0} kernel with dilation={1}: how many rows of the input does it span?</source>
        <translation>{0} × {0} 卷积核，dilation={1}：它跨过输入的几行？</translation>
    </message>
    <message>
        <source>The same layer reads a 100 × 100 input instead: how many parameters, weights and biases, has it then?</source>
        <translation>同一层改为读取 100 × 100 的输入：权重和偏置一共有多少个参数？</translation>
    </message>
    <message>
        <source>The lowest number of the output is {given}. What does ReLU make of it?</source>
        <translation>输出中最小的数是 {given}。ReLU 把它变成多少？</translation>
    </message>
    <message>
        <source>A map of {0} × {0} and a {1} × {1} max-pool: how many rows are left?</source>
        <translation>{0} × {0} 的图和 {1} × {1} 的最大池化：剩下几行？</translation>
    </message>
    <message>
        <source>A {0} × {0} filter over {1} channels: on how many numbers does one of the output depend?</source>
        <translation>{1} 个通道上的 {0} × {0} 滤波器：输出的一个数取决于多少个数？</translation>
    </message>
    <message>
        <source>{0} layers with kernel_size={1}, stride={2}, dilation={3}: how many rows of the input does one number see?</source>
        <translation>{0} 层，kernel_size={1}，stride={2}，dilation={3}：一个数能看到输入的几行？</translation>
    </message>
    <message>
        <source>conv1 has {0} filters of {1} × {1}: how many parameters, biases included?</source>
        <translation>conv1 有 {0} 个 {1} × {1} 的滤波器：连偏置一共有多少个参数？</translation>
    </message>
    <message>
        <source>Which number comes into the cell with the question mark, out[{0}, {1}, {2}]?</source>
        <translation>带问号的格子 out[{0}, {1}, {2}] 里是哪个数？</translation>
    </message>
    <message>
        <source>Input {0} × {0}, kernel_size={1}, stride={2}, padding={3}, dilation={4}: how many rows has the output?</source>
        <translation>输入 {0} × {0}，kernel_size={1}，stride={2}，padding={3}，dilation={4}：输出有几行？</translation>
    </message>
    <message>
        <source>Channels in: {0}, groups={1}. How many kernels has one filter?</source>
        <translation>输入通道：{0}，groups={1}。一个滤波器有几个卷积核？</translation>
    </message>
    <message>
        <source>⌊(n + 2·padding − dilation·(kernel_size − 1) − 1) / stride⌋ + 1</source>
        <translation>⌊(n + 2·padding − dilation·(kernel_size − 1) − 1) / stride⌋ + 1</translation>
    </message>
    <message>
        <source>Filters, times kernels in each filter, times weights in each kernel.</source>
        <translation>滤波器数，乘以每个滤波器的卷积核数，乘以每个卷积核的权重数。</translation>
    </message>
    <message>
        <source>Every product is 1 times a weight. Add up the weights.</source>
        <translation>每个乘积都是 1 乘以一个权重。把权重加起来。</translation>
    </message>
    <message>
        <source>Count the cells under the kernel.</source>
        <translation>数一数卷积核下面的格子。</translation>
    </message>
    <message>
        <source>Count all cells with the rings, and take away those of the input.</source>
        <translation>数出连同各圈在内的所有格子，减去输入的格子。</translation>
    </message>
    <message>
        <source>The first row, and then dilation rows for each further weight.</source>
        <translation>先是第一行，之后每多一个权重再加 dilation 行。</translation>
    </message>
    <message>
        <source>Do the weights belong to a position, or to the kernel?</source>
        <translation>权重属于某个位置，还是属于卷积核？</translation>
    </message>
    <message>
        <source>ReLU is max(0, x).</source>
        <translation>ReLU 就是 max(0, x)。</translation>
    </message>
    <message>
        <source>How many windows fit below each other without overlapping?</source>
        <translation>不重叠时，上下能放几个窗口？</translation>
    </message>
    <message>
        <source>One kernel for each channel that the filter reads.</source>
        <translation>滤波器读取的每个通道一个卷积核。</translation>
    </message>
    <message>
        <source>One number for each weight of the filter.</source>
        <translation>滤波器的每个权重对应一个数。</translation>
    </message>
    <message>
        <source>Begin with 1. Each layer adds dilation·(kernel_size − 1), times the strides of all layers before it.</source>
        <translation>从 1 开始。每一层加上 dilation·(kernel_size − 1)，再乘以它之前各层的步幅。</translation>
    </message>
    <message>
        <source>filters · channels · height · width, and one bias for each filter.</source>
        <translation>滤波器 · 通道 · 高 · 宽，每个滤波器再加一个偏置。</translation>
    </message>
    <message>
        <source>Each number under the kernel times its weight, all added up, and the bias.</source>
        <translation>卷积核下的每个数乘以它的权重，全部相加，再加偏置。</translation>
    </message>
    <message>
        <source>Right: {0}</source>
        <translation>正确：{0}</translation>
    </message>
    <message>
        <source>Not quite: {0}</source>
        <translation>不对：{0}</translation>
    </message>
    <message>
        <source>Hint: {0}</source>
        <translation>提示：{0}</translation>
    </message>
    <message>
        <source>Not quite. {0}</source>
        <translation>不对。{0}</translation>
    </message>
</context>
<context>
    <name>RecipeForm</name>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>A larger network; digits changed as other hands write them, and the shipped network&apos;s answers to learn from: under a minute.</source>
        <translation>更大的网络；数字按别人的笔迹变化，也学习自带网络的回答：不到一分钟。</translation>
    </message>
    <message>
        <source>A small network, most of the images once: a second or two.</source>
        <translation>小网络，大部分图像各学一次：一两秒。</translation>
    </message>
    <message>
        <source>A larger network, all images nine times: under a minute.</source>
        <translation>较大的网络，所有图像各学九次：不到一分钟。</translation>
    </message>
    <message>
        <source>The shipped network&apos;s layers, all images forty times: minutes.</source>
        <translation>自带网络的各层，所有图像各学四十次：几分钟。</translation>
    </message>
    <message>
        <source>How the shipped weights began; learns mostly from a larger network&apos;s answers: ten minutes.</source>
        <translation>自带权重就是这样开始的；主要向更大网络的答案学习：十分钟。</translation>
    </message>
    <message>
        <source>{0}
From {1} to {2}; the arrow keys change it.</source>
        <translation>{0}
从 {1} 到 {2}；可用方向键改变。</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>学习率曲线</translation>
    </message>
    <message>
        <source>device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Where the arithmetic of training is done</source>
        <translation>训练的计算在哪里进行</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>start from</source>
        <translation>起始权重</translation>
    </message>
    <message>
        <source>New weights, by chance; or go on from the network in use, with the same layers</source>
        <translation>全新的随机权重；或者从正在使用的网络继续，层必须相同</translation>
    </message>
    <message>
        <source>new weights</source>
        <translation>新权重</translation>
    </message>
    <message>
        <source>current weights</source>
        <translation>当前权重</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>How many times every training image is seen; may be broken.</source>
        <translation>每张训练图像看多少遍；可以是小数。</translation>
    </message>
    <message>
        <source>How many images one step learns from.</source>
        <translation>每一步从多少张图像中学习。</translation>
    </message>
    <message>
        <source>How strongly weights are pulled towards 0, so that none grows for the sake of a few images.</source>
        <translation>权重被拉向 0 的力度，使任何权重都不会为少数图像而变大。</translation>
    </message>
    <message>
        <source>How much of the wanted answer all ten classes share: keeps the network from being too sure.</source>
        <translation>期望答案中由十个类别平分的部分：使网络不会过于自信。</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>How far a step goes: the highest value of the schedule. Too high and the loss jumps, too low and nothing moves. It can be changed while a run is on, below.</source>
        <translation>每一步走多远：曲线的最高值。太高损失会乱跳，太低则毫无变化。训练时可以在下方改变它。</translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Decides everything random: the same seed gives the same weights.</source>
        <translation>决定一切随机的东西：相同的种子得到相同的权重。</translation>
    </message>
    <message>
        <source>How the learning rate changes over the run.
One-cycle: up to the highest, then down to almost 0. Cosine: from the highest down. Constant: always the same.</source>
        <translation>学习率在训练中如何变化。
单周期：先升到最高，再降到几乎为 0。余弦：从最高处下降。恒定：始终不变。</translation>
    </message>
    <message>
        <source>one-cycle</source>
        <translation>单周期</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>各层</translation>
    </message>
    <message>
        <source>Your own recipe: {0} with other {1}</source>
        <translation>你自己的配方：{0}，改了{1}</translation>
    </message>
</context>
<context>
    <name>ResumeBar</name>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Go on where it stopped; it ends as if nothing had happened</source>
        <translation>从中断处继续；结果与没有中断时一样</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Forget the interrupted run; the network in use stays</source>
        <translation>放弃中断的训练；正在使用的网络不变</translation>
    </message>
    <message>
        <source>A run of {0} was interrupted at step {1:,} of {2:,}.</source>
        <translation>“{0}”的一次训练在第 {1:,} 步（共 {2:,} 步）中断了。</translation>
    </message>
</context>
<context>
    <name>RobustnessCard</name>
    <message>
        <source>Accuracy when the images are changed, %</source>
        <translation>图像改变后的准确率，%</translation>
    </message>
    <message>
        <source>The curves are measured after all images were read.</source>
        <translation>读完所有图像之后测量曲线。</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Noise with this standard deviation is added to each pixel (0 … 1), the same at every run</source>
        <translation>给每个像素（0 … 1）加上这个标准差的噪声，每次运行都相同</translation>
    </message>
    <message>
        <source>rotation, °</source>
        <translation>旋转，°</translation>
    </message>
    <message>
        <source>Each image is turned clockwise about its middle</source>
        <translation>每幅图像绕其中心顺时针旋转</translation>
    </message>
    <message>
        <source>shift, pixels</source>
        <translation>平移，像素</translation>
    </message>
    <message>
        <source>Each image is moved right, down, left or up in turn. On the pad the place does not matter: the steps from ink to image undo it</source>
        <translation>各图像依次向右、下、左、上移动。在画板上位置无关紧要：从笔迹到图像的步骤会抵消它</translation>
    </message>
    <message>
        <source>thickness, pixels</source>
        <translation>粗细，像素</translation>
    </message>
    <message>
        <source>Strokes grow, or shrink, by so much on each side</source>
        <translation>笔画每侧加粗或变细这么多</translation>
    </message>
    <message>
        <source>{0} {1:g}: A {2:.1f} %, B {3:.1f} % of {4:,}</source>
        <translation>{0} {1:g}：{4:,} 个中 A 对 {2:.1f} %，B 对 {3:.1f} %</translation>
    </message>
    <message>
        <source>{0} {1:g}: {2:.1f} % of {3:,}, 95 % interval {4:.1f} … {5:.1f}</source>
        <translation>{0} {1:g}：{3:,} 个中对 {2:.1f} %，95 % 区间 {4:.1f} … {5:.1f}</translation>
    </message>
</context>
<context>
    <name>RunCard</name>
    <message>
        <source>Curves of the run</source>
        <translation>训练曲线</translation>
    </message>
    <message>
        <source>Answer to your drawing at this step</source>
        <translation>这一步对你的画的回答</translation>
    </message>
    <message>
        <source>Start a run (Ctrl+T) and watch, step by step:
the loss on the images it has just seen falls,
the accuracy on images it never learns from rises.</source>
        <translation>开始一次训练（Ctrl+T），逐步观看：
刚看过的图像上的损失下降，
从不用来学习的图像上的准确率上升。</translation>
    </message>
    <message>
        <source>Values at this step</source>
        <translation>这一步的数值</translation>
    </message>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Logarithmic scale for the loss: small improvements late in a run become visible</source>
        <translation>损失用对数刻度：训练后期的小改进也能看见</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Show all steps again, and follow those to come (key 0 in a plot)</source>
        <translation>重新显示所有步，并跟随新的步（图中按 0）</translation>
    </message>
    <message>
        <source>The ten probabilities of your drawing are followed here as the network learns.</source>
        <translation>网络学习时，你的画的十个概率会在这里逐步画出。</translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation>画一个数字</translation>
    </message>
    <message>
        <source>Go to the pad; the run goes on meanwhile</source>
        <translation>去画板；训练同时继续</translation>
    </message>
    <message>
        <source>Loss of each step and validation accuracy</source>
        <translation>每一步的损失与验证准确率</translation>
    </message>
    <message>
        <source>step {0:,}</source>
        <translation>第 {0:,} 步</translation>
    </message>
    <message>
        <source>loss {0}</source>
        <translation>损失 {0}</translation>
    </message>
    <message>
        <source>validation sample {0}</source>
        <translation>验证样本 {0}</translation>
    </message>
    <message>
        <source>learning rate {0}</source>
        <translation>学习率 {0}</translation>
    </message>
    <message>
        <source>Your drawing, answered at each step</source>
        <translation>每一步对你的画的回答</translation>
    </message>
    <message>
        <source>your drawing at step {0:,}</source>
        <translation>第 {0:,} 步看你的画</translation>
    </message>
</context>
<context>
    <name>Saved</name>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Show the file&apos;s folder in a window of the system</source>
        <translation>在系统的窗口里显示文件所在的文件夹</translation>
    </message>
    <message>
        <source>Take this note away</source>
        <translation>收起这条提示</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Try: drag the file from there onto the pad, if it is a picture.</source>
        <translation>试一试：如果是图片，把文件从那里拖到画板上。</translation>
    </message>
    <message>
        <source>Try: wait; it goes by itself.</source>
        <translation>试一试：等一等；它自己会消失。</translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation>已保存：{0}</translation>
    </message>
</context>
<context>
    <name>Scales</name>
    <message>
        <source>per map</source>
        <translation>每张图</translation>
    </message>
    <message>
        <source>per kernel</source>
        <translation>每核</translation>
    </message>
    <message>
        <source>per layer</source>
        <translation>每层</translation>
    </message>
    <message>
        <source>whole network</source>
        <translation>整个网络</translation>
    </message>
    <message>
        <source>Scale of the maps&apos; colours</source>
        <translation>特征图颜色的尺度</translation>
    </message>
    <message>
        <source>What the brightest colour of the maps stands for: the largest number of each map, of the layer (so that its maps can be compared), or of the whole network.</source>
        <translation>特征图最亮的颜色代表什么：每张图的最大数、该层的最大数（这样各图可以比较），或整个网络的最大数。</translation>
    </message>
    <message>
        <source>Scale of the kernels&apos; colours</source>
        <translation>卷积核颜色的尺度</translation>
    </message>
    <message>
        <source>What the strongest colour of the kernels stands for: the largest weight of each kernel (so that its pattern can be seen), of the layer (so that kernels can be compared), or of the whole network.</source>
        <translation>卷积核最强的颜色代表什么：每个核的最大权重（这样能看出它的样子）、该层的最大权重（这样各核可以比较），或整个网络的最大权重。</translation>
    </message>
    <message>
        <source>Colours: maps</source>
        <translation>颜色尺度：特征图</translation>
    </message>
    <message>
        <source>kernels</source>
        <translation>卷积核</translation>
    </message>
</context>
<context>
    <name>Scrolled</name>
    <message>
        <source>What does not fit the screen is scrolled with the arrow keys.</source>
        <translation>屏幕放不下的部分用方向键滚动。</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>How far the search is</source>
        <translation>搜索进度</translation>
    </message>
    <message>
        <source>Stop looking; nothing changes</source>
        <translation>停止搜索；什么都不变</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ShareRow</name>
    <message>
        <source>Where this map speaks, and on which training digits its filter fires most. Click: look inside.</source>
        <translation>这张图在哪里起作用，它的滤波器对哪些训练数字响应最强。点击：看内部。</translation>
    </message>
    <message>
        <source>map {0}: {1}</source>
        <translation>图 {0}：{1}</translation>
    </message>
    <message>
        <source>map</source>
        <translation>图</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>All keys that the window knows now; pages have more once they were opened</source>
        <translation>窗口现在知道的所有按键；打开过的页面还会有更多</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close this window (Esc)</source>
        <translation>关闭此窗口 (Esc)</translation>
    </message>
    <message>
        <source>Try: close it with Esc, then press one of them.</source>
        <translation>试一试：按 Esc 关闭它，再按其中一个键。</translation>
    </message>
    <message>
        <source>Try: the key Esc does the same.</source>
        <translation>试一试：按 Esc 键也一样。</translation>
    </message>
</context>
<context>
    <name>SlideInput</name>
    <message>
        <source>The chosen input channel, enlarged</source>
        <translation>所选输入通道，放大</translation>
    </message>
    <message>
        <source>What the kernel slides over: the frame is the patch under it now, the hatched ring is padding.</source>
        <translation>卷积核在上面滑动：方框是它现在所在的一块，斜线的一圈是填充。</translation>
    </message>
</context>
<context>
    <name>SlideSums</name>
    <message>
        <source>Input channel</source>
        <translation>输入通道</translation>
    </message>
    <message>
        <source>Which input channel is shown: each has a kernel of its own, and all slide at the same time</source>
        <translation>显示哪个输入通道：每个通道有自己的卷积核，全部同时滑动</translation>
    </message>
    <message>
        <source>{0}: Σ of its products</source>
        <translation>{0}：各乘积之 Σ</translation>
    </message>
    <message>
        <source>+ Σ of the other {0} channels</source>
        <translation>+ 其他 {0} 个通道之 Σ</translation>
    </message>
    <message>
        <source>+ bias b[{0}]</source>
        <translation>+ 偏置 b[{0}]</translation>
    </message>
    <message>
        <source>before ReLU</source>
        <translation>ReLU 之前</translation>
    </message>
    <message>
        <source>into the map, after ReLU</source>
        <translation>ReLU 之后，写入图中</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>MNIST&apos;s test set</source>
        <translation>MNIST 测试集</translation>
    </message>
    <message>
        <source>10,000 digits that no training ever sees: the figure to report</source>
        <translation>10,000 个训练从未见过的数字：应当报告的就是这个数</translation>
    </message>
    <message>
        <source>MNIST&apos;s validation set</source>
        <translation>MNIST 验证集</translation>
    </message>
    <message>
        <source>5,000 digits set aside to choose recipes by; no network learns from them</source>
        <translation>为选择配方而留出的 5,000 个数字；没有网络从中学习</translation>
    </message>
    <message>
        <source>Test set of {0}</source>
        <translation>{0} 的测试集</translation>
    </message>
    <message>
        <source>Validation set of {0}</source>
        <translation>{0} 的验证集</translation>
    </message>
    <message>
        <source>Images that no training ever sees: the figure to report</source>
        <translation>训练从未见过的图像：应当报告的就是这个数</translation>
    </message>
    <message>
        <source>A twelfth of the training images, set aside to choose recipes by</source>
        <translation>训练图像的十二分之一，为选择配方而留出</translation>
    </message>
    <message>
        <source>Your examples are digits, and this network is of {0}: it reads none</source>
        <translation>你的示例是数字，而这个网络是 {0} 的网络：它不读数字</translation>
    </message>
    <message>
        <source>My examples</source>
        <translation>我的示例</translation>
    </message>
    <message>
        <source>The drawings you kept with the digit you meant</source>
        <translation>你保存的图画及其所指的数字</translation>
    </message>
</context>
<context>
    <name>StateBar</name>
    <message>
        <source>State</source>
        <translation>当前情形</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Hold the run where it is; nothing is lost</source>
        <translation>让训练停在原处；什么都不会丢失</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop; the network from before comes back</source>
        <translation>停止；恢复之前的网络</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>训练进度</translation>
    </message>
    <message>
        <source>What changed…</source>
        <translation>改变了什么…</translation>
    </message>
    <message>
        <source>Which digits the new network reads otherwise, with pictures</source>
        <translation>新网络对哪些数字读法不同，有图</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Forget it and go back to the network from before</source>
        <translation>放弃它，回到之前的网络</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Use the new network from now on and save it</source>
        <translation>从现在起使用新网络并保存它</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>StateWords</name>
    <message>
        <source>measuring these weights on the test set…</source>
        <translation>正在测试集上测量这些权重…</translation>
    </message>
    <message>
        <source>measuring on the test set…</source>
        <translation>正在测试集上测量…</translation>
    </message>
    <message>
        <source>learning from your examples…</source>
        <translation>正在用你的样例学习…</translation>
    </message>
    <message>
        <source>training · epoch {0} of {1} · {2} %</source>
        <translation>训练 · 第 {0} 轮，共 {1} 轮 · {2} %</translation>
    </message>
    <message>
        <source>paused · epoch {0} of {1} · {2} %</source>
        <translation>已暂停 · 第 {0} 轮，共 {1} 轮 · {2} %</translation>
    </message>
    <message>
        <source>a new network is waiting: keep or revert?</source>
        <translation>有一个新网络在等待：保留还是还原？</translation>
    </message>
    <message>
        <source>before {0:.2f} %, now {1:.2f} %: {2}</source>
        <translation>之前 {0:.2f} %，现在 {1:.2f} %：{2}</translation>
    </message>
    <message>
        <source>training · reading {0}…</source>
        <translation>训练 · 正在读取 {0}…</translation>
    </message>
    <message>
        <source>mine before {0:.0f} %, now {1:.0f} %</source>
        <translation>我的：之前 {0:.0f} %，现在 {1:.0f} %</translation>
    </message>
    <message>
        <source>a new network reads {0:.2f} % of {1}: keep or revert?</source>
        <translation>新网络读对 {1} 的 {0:.2f} %：保留还是还原？</translation>
    </message>
    <message>
        <source>careful: some {0}s are now read as {1}</source>
        <translation>小心：有些 {0} 现在被读成 {1}</translation>
    </message>
    <message>
        <source>no network</source>
        <translation>没有网络</translation>
    </message>
    <message>
        <source>loading…</source>
        <translation>正在载入…</translation>
    </message>
    <message>
        <source>changed by hand</source>
        <translation>已手动改变</translation>
    </message>
    <message>
        <source>{0:,} parameters</source>
        <translation>{0:,} 个参数</translation>
    </message>
</context>
<context>
    <name>Steering</name>
    <message>
        <source>Retrain</source>
        <translation>重新训练</translation>
    </message>
    <message>
        <source>Train a new network on MNIST in the background; you can go on drawing (Ctrl+T)</source>
        <translation>在后台用 MNIST 训练一个新网络；可以继续画 (Ctrl+T)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Hold the run where it is; nothing is lost</source>
        <translation>让训练停在原处；什么都不会丢失</translation>
    </message>
    <message>
        <source>+1 epoch</source>
        <translation>+1 轮</translation>
    </message>
    <message>
        <source>Go on for one more epoch than planned: the rest of the schedule is stretched over it. After the end the run goes on for one epoch</source>
        <translation>比计划多训练一轮：学习率曲线余下的部分会相应拉长。结束之后则再继续一轮</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop; the network from before comes back</source>
        <translation>停止；恢复之前的网络</translation>
    </message>
    <message>
        <source>learning rate now</source>
        <translation>当前学习率</translation>
    </message>
    <message>
        <source>Learn at this rate from the next step on; later it falls as the schedule falls. Too high and the loss jumps, too low and nothing moves.</source>
        <translation>从下一步起用这个学习率；之后随曲线下降。太高损失会乱跳，太低则毫无变化。</translation>
    </message>
    <message>
        <source>Half the learning rate from the next step on</source>
        <translation>从下一步起学习率减半</translation>
    </message>
    <message>
        <source>Twice the learning rate from the next step on</source>
        <translation>从下一步起学习率加倍</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Half the learning rate</source>
        <translation>学习率减半</translation>
    </message>
    <message>
        <source>Twice the learning rate</source>
        <translation>学习率加倍</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Use weights from a file (Ctrl+O)</source>
        <translation>使用文件中的权重 (Ctrl+O)</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Write the network in use to a file</source>
        <translation>把正在使用的网络写入文件</translation>
    </message>
    <message>
        <source>Networks…</source>
        <translation>网络…</translation>
    </message>
    <message>
        <source>All networks trained so far: use another one, or compare two on your drawing (Ctrl+Shift+N)</source>
        <translation>至今训练过的所有网络：换用另一个，或在你的画上比较两个 (Ctrl+Shift+N)</translation>
    </message>
    <message>
        <source>A new network waits: keep it or revert, at the bottom of the window. Then train the next one.</source>
        <translation>有一个新网络在等：在窗口底部保留它或还原，然后再训练下一个。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>StepBadge</name>
    <message>
        <source>Back to now</source>
        <translation>回到现在</translation>
    </message>
    <message>
        <source>The whole window shows the network of an earlier step of the run; nothing is lost. Go back to now</source>
        <translation>整个窗口显示的是训练中较早一步的网络；什么都没有丢失。回到现在</translation>
    </message>
    <message>
        <source>◀ showing step {0:,} · back to now</source>
        <translation>◀ 正在显示第 {0:,} 步 · 回到现在</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Ask why</source>
        <translation>问为什么</translation>
    </message>
    <message>
        <source>The tour goes on when you have opened the page.</source>
        <translation>打开这一页后，导览继续。</translation>
    </message>
    <message>
        <source>Everything begins on this page.</source>
        <translation>一切从这一页开始。</translation>
    </message>
    <message>
        <source>Draw a digit from 0 to 9 on the pad. The network answers while you draw.</source>
        <translation>在画板上画一个 0 到 9 的数字。你画的时候网络就在回答。</translation>
    </message>
    <message>
        <source>Everything works while you read. The tour goes on when you have drawn one.</source>
        <translation>你读的时候一切照常可用。画好一个数字后，导览继续。</translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation>画一个数字</translation>
    </message>
    <message>
        <source>The layers of the network are on this page.</source>
        <translation>网络的各层在这一页上。</translation>
    </message>
    <message>
        <source>Each small picture is what one filter finds in your drawing. Point at a pixel: frames show what it reads, on the layers before it and on the pad.</source>
        <translation>每张小图是一个滤波器在你的画里找到的东西。指向一个像素：方框显示它读到什么，在它之前的各层和画板上。</translation>
    </message>
    <message>
        <source>Everything works while you read. The tour goes on when you have pointed at a feature map.</source>
        <translation>你读的时候一切照常可用。指向一张特征图后，导览继续。</translation>
    </message>
    <message>
        <source>Point at a map</source>
        <translation>指向一张图</translation>
    </message>
    <message>
        <source>Click a pixel of a map. The inspector below adds up where its number comes from, and checks the sum against PyTorch.</source>
        <translation>点击一张图的一个像素。下面的检查器把它的数从哪里来加给你看，并与 PyTorch 核对。</translation>
    </message>
    <message>
        <source>Everything works while you read. The tour goes on when you have clicked.</source>
        <translation>你读的时候一切照常可用。点击之后，导览继续。</translation>
    </message>
    <message>
        <source>Ask any pixel</source>
        <translation>询问任何像素</translation>
    </message>
    <message>
        <source>Look at the sum below, then go on here. Why this digit and no other? This page shows what spoke for it and against.</source>
        <translation>看看下面的和，然后到这里继续。为什么是这个数字而不是别的？这一页显示什么支持它，什么反对它。</translation>
    </message>
    <message>
        <source>How does a network come to read at all? One is made on this page.</source>
        <translation>网络是怎么学会读数字的？就在这一页上做一个。</translation>
    </message>
    <message>
        <source>Choose Quick, a small network that learns in a second or two.</source>
        <translation>选“快速”，一个小网络，一两秒钟就学会。</translation>
    </message>
    <message>
        <source>The tour goes on when Quick is chosen.</source>
        <translation>选好“快速”后，导览继续。</translation>
    </message>
    <message>
        <source>Train it. You can draw meanwhile; your network from before stays until you say otherwise.</source>
        <translation>训练它。你可以同时画；原来的网络会保留，直到你另作决定。</translation>
    </message>
    <message>
        <source>The tour goes on when the run has begun.</source>
        <translation>训练开始后，导览继续。</translation>
    </message>
    <message>
        <source>It learns: with each step the loss falls and your drawing is answered better.</source>
        <translation>它在学习：每一步损失都在下降，对你的画回答得更好。</translation>
    </message>
    <message>
        <source>The tour goes on when there is something to go back to.</source>
        <translation>有可以回看的步之后，导览继续。</translation>
    </message>
    <message>
        <source>Now slide back: kernels, maps and answer become what they were at that step, in the whole window.</source>
        <translation>现在往回滑：卷积核、图和回答都变回那一步的样子，整个窗口都是。</translation>
    </message>
    <message>
        <source>The tour goes on when you have moved the slider.</source>
        <translation>移动滑块后，导览继续。</translation>
    </message>
    <message>
        <source>Train, and go back in time</source>
        <translation>训练，并回到过去</translation>
    </message>
    <message>
        <source>Here each idea of convolution can be tried on numbers small enough to check.</source>
        <translation>在这里，卷积的每个概念都可以用小到能验算的数来试。</translation>
    </message>
    <message>
        <source>Lesson 1 is one kernel on one channel.</source>
        <translation>第 1 课是一个通道上的一个卷积核。</translation>
    </message>
    <message>
        <source>The tour goes on when it is chosen.</source>
        <translation>选好后，导览继续。</translation>
    </message>
    <message>
        <source>Move the kernel one stop on and follow the sum it makes.</source>
        <translation>让卷积核前进一步，看它得到的和。</translation>
    </message>
    <message>
        <source>The tour goes on when the kernel has moved.</source>
        <translation>卷积核移动后，导览继续。</translation>
    </message>
    <message>
        <source>The laboratory</source>
        <translation>实验室</translation>
    </message>
</context>
<context>
    <name>StepsDialog</name>
    <message>
        <source>From ink to image</source>
        <translation>从墨迹到图像</translation>
    </message>
    <message>
        <source>turned back if it leans,
the smallest box around the ink</source>
        <translation>倾斜的先转正一些，
再取笔迹的最小外框</translation>
    </message>
    <message>
        <source>2 · Scale</source>
        <translation>2 · 缩放</translation>
    </message>
    <message>
        <source>the long side becomes 20 pixels,
each the mean of its area</source>
        <translation>长边变成 20 个像素，
每个取其面积的平均</translation>
    </message>
    <message>
        <source>3 · Centre</source>
        <translation>3 · 居中</translation>
    </message>
    <message>
        <source>into 28 × 28, centre of mass
in the middle</source>
        <translation>放入 28 × 28，质心
在正中</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>the part with the digit,
as bright as it is</source>
        <translation>含数字的部分，
亮度不变</translation>
    </message>
    <message>
        <source>Paper taken away</source>
        <translation>去掉底色</translation>
    </message>
    <message>
        <source>what differs from the paper,
its light evened out</source>
        <translation>与底色不同的部分，
亮度已均匀</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>墨迹</translation>
    </message>
    <message>
        <source>without specks, lines and frames;
thin strokes are thickened next</source>
        <translation>去掉噪点、线条和边框；
细笔画随后加粗</translation>
    </message>
    <message>
        <source>This network is of {0}: it reads the whole pad, and nothing is straightened.</source>
        <translation>这是 {0} 的网络：它读整个画板，不做转正。</translation>
    </message>
    <message>
        <source>Pictures are read as they are.</source>
        <translation>图片按原样读取。</translation>
    </message>
    <message>
        <source>It is read as it was drawn.</source>
        <translation>按画的样子读取。</translation>
    </message>
    <message>
        <source>It is upright enough and was not turned.</source>
        <translation>它已经够正，没有转动。</translation>
    </message>
    <message>
        <source>By where its ink lies, it leans {0:.0f}° to the left; so it was turned back by {1:.0f}°.</source>
        <translation>按笔迹所在的位置，它向左倾 {0:.0f}°；所以转回了 {1:.0f}°。</translation>
    </message>
    <message>
        <source>By where its ink lies, it leans {0:.0f}° to the right; so it was turned back by {1:.0f}°.</source>
        <translation>按笔迹所在的位置，它向右倾 {0:.0f}°；所以转回了 {1:.0f}°。</translation>
    </message>
    <message>
        <source>Many lean more than those whose digits the network learned from: with a part of the lean taken back, about a tenth fewer of 30 writers&apos; digits are misread. Ink alone cannot tell a lean from a long stroke at one side: an upright 4 may be turned too, and is read all the same.</source>
        <translation>许多人写得比网络所学的数字更倾斜：转回一部分之后，30 个人写的数字中读错的大约少一成。只看笔迹分不出倾斜和一边的长笔画：写得很正的 4 也可能被转动，读得也对。</translation>
    </message>
    <message>
        <source>turned by {0:+.0f}°</source>
        <translation>转了 {0:+.0f}°</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>As drawn</source>
        <translation>画的样子</translation>
    </message>
    <message>
        <source>the ink, with the pen
that it is read with</source>
        <translation>笔迹，
用读取时所用的笔</translation>
    </message>
    <message>
        <source>1 · Straighten, crop</source>
        <translation>1 · 转正、裁剪</translation>
    </message>
    <message>
        <source>Straighten what leans</source>
        <translation>转正倾斜的图</translation>
    </message>
    <message>
        <source>Turn a leaning drawing back by a part of its lean before it is read; off: read as it was drawn</source>
        <translation>读之前把倾斜的图转回一部分；关闭：按画的样子读</translation>
    </message>
    <message>
        <source>MNIST&apos;s digits were made this way. A network that learned from them reads a drawing best when it goes through the same steps; then neither place nor size matters. Where the pen is wide for so small a drawing, its strokes are drawn again with a narrower one first.</source>
        <translation>MNIST 的数字就是这样制成的。从它们学来的网络，对经过同样步骤的画读得最好；这样位置和大小就都不重要了。如果相对于这么小的图，画笔太粗，会先用较细的笔重画这些笔画。</translation>
    </message>
    <message>
        <source>Close this window (Esc)</source>
        <translation>关闭此窗口 (Esc)</translation>
    </message>
</context>
<context>
    <name>Still</name>
    <message>
        <source>28 × 28 image</source>
        <translation>28 × 28 图像</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Ten probabilities</source>
        <translation>十个概率</translation>
    </message>
</context>
<context>
    <name>StrokeRow</name>
    <message>
        <source>Do it</source>
        <translation>照做</translation>
    </message>
    <message>
        <source>Lay this stroke on the pad; can be undone</source>
        <translation>把这一笔加到画板上；可以撤销</translation>
    </message>
    <message>
        <source>Erase this → {0}</source>
        <translation>擦掉这里 → {0}</translation>
    </message>
    <message>
        <source>Draw this → {0}</source>
        <translation>画上这里 → {0}</translation>
    </message>
    <message>
        <source>then it reads {0}, {1:.0f} %</source>
        <translation>然后读成 {0}，{1:.0f} %</translation>
    </message>
    <message>
        <source>found for an earlier step of the run</source>
        <translation>为训练中较早的一步找到</translation>
    </message>
    <message>
        <source>one stroke, tried on the pad</source>
        <translation>一笔，在画板上试过</translation>
    </message>
</context>
<context>
    <name>SummaryCard</name>
    <message>
        <source>The sum</source>
        <translation>求和</translation>
    </message>
    <message>
        <source>From the sum over all channels to the number in the map, and how large the map is.</source>
        <translation>从所有通道的和到图中的数，以及图有多大。</translation>
    </message>
    <message>
        <source>Receptive field, step by step</source>
        <translation>感受野，一步一步</translation>
    </message>
    <message>
        <source>Σ over {0} channels</source>
        <translation>{0} 个通道之和 Σ</translation>
    </message>
    <message>
        <source>+ bias b[{0}]</source>
        <translation>+ 偏置 b[{0}]</translation>
    </message>
    <message>
        <source>Σ of the products</source>
        <translation>乘积之和 Σ</translation>
    </message>
    <message>
        <source>output {0}</source>
        <translation>输出 {0}</translation>
    </message>
    <message>
        <source>+ bias</source>
        <translation>+ 偏置</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>before ReLU</source>
        <translation>ReLU 之前</translation>
    </message>
    <message>
        <source>after ReLU</source>
        <translation>ReLU 之后</translation>
    </message>
    <message>
        <source>the pool&apos;s largest</source>
        <translation>池化窗口的最大值</translation>
    </message>
    <message>
        <source>in the map</source>
        <translation>图中的值</translation>
    </message>
    <message>
        <source>PyTorch is being loaded…</source>
        <translation>正在载入 PyTorch…</translation>
    </message>
    <message>
        <source> and </source>
        <translation> 和 </translation>
    </message>
    <message>
        <source>✗ PyTorch has {0}: this is a bug</source>
        <translation>✗ PyTorch 的值是 {0}：这是一个错误</translation>
    </message>
    <message>
        <source>Draw a digit, and the numbers appear.</source>
        <translation>画一个数字，就会出现数值。</translation>
    </message>
    <message>
        <source>✓ equals PyTorch&apos;s {0}</source>
        <translation>✓ 与 PyTorch 的 {0} 相等</translation>
    </message>
    <message>
        <source>MaxPool2d({0}): the largest of rows {1}…{2}, columns {3}…{4} after ReLU</source>
        <translation>MaxPool2d({0})：ReLU 之后第 {1}…{2} 行、第 {3}…{4} 列的最大值</translation>
    </message>
    <message>
        <source>after softmax {0:.1f} %
maps that push up
  {1}
maps that push down
  {2}</source>
        <translation>softmax 之后 {0:.1f} %
使它变大的图
  {1}
使它变小的图
  {2}</translation>
    </message>
    <message>
        <source>A − B = {0:+.4f}
maps that speak for A
  {1}
maps that speak for B
  {2}</source>
        <translation>A − B = {0:+.4f}
支持 A 的图
  {1}
支持 B 的图
  {2}</translation>
    </message>
    <message>
        <source>{0} × {1} × {1} = {2} features, a weight for each</source>
        <translation>{0} × {1} × {1} = {2} 个特征，各有一个权重</translation>
    </message>
    <message>
        <source>size ⌊({0} + 2·{1} − {2}) / {3}⌋ + 1 = {4}</source>
        <translation>大小 ⌊({0} + 2·{1} − {2}) / {3}⌋ + 1 = {4}</translation>
    </message>
    <message>
        <source>
pooled ⌊{0} / 2⌋ = {1}</source>
        <translation>
池化 ⌊{0} / 2⌋ = {1}</translation>
    </message>
    <message>
        <source>so {0} × {0} pixels: the image&apos;s
rows {1}…{2}, columns {3}…{4}</source>
        <translation>所以是 {0} × {0} 个像素：图像的
第 {1}…{2} 行，第 {3}…{4} 列</translation>
    </message>
    <message>
        <source>linear: all {0} × {0}</source>
        <translation>线性层：全部 {0} × {0}</translation>
    </message>
    <message>
        <source>{0} pool</source>
        <translation>{0} 池化</translation>
    </message>
    <message>
        <source>{0} k{1} s{2} p{3}</source>
        <translation>{0} k{1} s{2} p{3}</translation>
    </message>
</context>
<context>
    <name>TeachRow</name>
    <message>
        <source>Wrong? You meant:</source>
        <translation>错了？你指的是：</translation>
    </message>
    <message>
        <source>The drawings you kept: see them, remove them, learn from them</source>
        <translation>你保留的画：查看、删除、用来学习</translation>
    </message>
    <message>
        <source>I meant {0}</source>
        <translation>我指的是 {0}</translation>
    </message>
    <message>
        <source>Keep this drawing as an example of {0}</source>
        <translation>把这幅画保留为 {0} 的样例</translation>
    </message>
    <message>
        <source>A network of {0}</source>
        <translation>{0} 的网络</translation>
    </message>
    <message>
        <source>Learn from all your examples in a few seconds; you can revert it</source>
        <translation>几秒内从你的全部样例中学习；可以还原</translation>
    </message>
    <message>
        <source>Learn now (1 example)</source>
        <translation>现在学习（1 个样例）</translation>
    </message>
    <message>
        <source>Learn now ({0} examples)</source>
        <translation>现在学习（{0} 个样例）</translation>
    </message>
    <message>
        <source>Kept as a {0}</source>
        <translation>已存为 {0}</translation>
    </message>
    <message>
        <source>examples: {0}</source>
        <translation>样例：{0}</translation>
    </message>
    <message>
        <source>all: {0}</source>
        <translation>全部：{0}</translation>
    </message>
    <message>
        <source>My examples, {0}</source>
        <translation>我的样例，{0}</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>The 28 × 28 numbers from 0 (black) to 1 (white) that the network reads. They are made from your ink as MNIST&apos;s digits were made: cropped, scaled to 20 pixels, centred by their mass.</source>
        <translation>网络读到的 28 × 28 个数，从 0（黑）到 1（白）。它由你的笔迹得到，做法与 MNIST 的数字相同：裁剪，缩放到 20 像素，按重心居中。</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>A small window of weights slides over the input. At each stop the numbers under it are multiplied with the weights and added up: one number of the output. The same weights serve every place.</source>
        <translation>一小块权重在输入上滑动。每停一处，把下面的数与权重相乘再相加：得到输出的一个数。同一组权重用于每个位置。</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>One of several pictures that lie on one another: red, green and blue of a photograph, or the feature maps that one layer hands to the next.</source>
        <translation>叠在一起的几张图中的一张：照片的红、绿、蓝，或者一层交给下一层的各张特征图。</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>The weights between one input channel and one feature map, for instance 3 × 3 of them. Orange adds, purple takes away, white does nothing.</source>
        <translation>一个输入通道与一张特征图之间的权重，例如 3 × 3 个。橙色表示加，紫色表示减，白色不起作用。</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>滤波器</translation>
    </message>
    <message>
        <source>One kernel for each input channel, and one bias. All of them together make one feature map.</source>
        <translation>每个输入通道一个卷积核，加上一个偏置。它们合起来得到一张特征图。</translation>
    </message>
    <message>
        <source>Feature map</source>
        <translation>特征图</translation>
    </message>
    <message>
        <source>What one filter answers at each place of its input: bright where it finds what it looks for.</source>
        <translation>一个滤波器在输入的每个位置的回答：找到它要找的，就是亮的。</translation>
    </message>
    <message>
        <source>Shape, such as 24×14×14</source>
        <translation>形状，例如 24×14×14</translation>
    </message>
    <message>
        <source>How many there are × height × width. 24×14×14 are 24 feature maps of 14 rows and 14 columns; 24×3×3 are 24 kernels of 3 × 3 weights.</source>
        <translation>个数 × 高 × 宽。24×14×14 是 24 张 14 行 14 列的特征图；24×3×3 是 24 个有 3 × 3 个权重的卷积核。</translation>
    </message>
    <message>
        <source>The line of code</source>
        <translation>代码行</translation>
    </message>
    <message>
        <source>The layer as PyTorch writes it: Conv2d(in_channels, out_channels, kernel_size, stride, padding), then what follows it. Copied into a program it makes the same layer.</source>
        <translation>PyTorch 里这一层的写法：Conv2d(in_channels, out_channels, kernel_size, stride, padding)，以及它后面的。复制到程序里，得到同样的层。</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>All numbers that are learned. A convolution has out_channels × in_channels × height × width of the kernel, and one bias for each output channel.</source>
        <translation>所有要学习的数。一个卷积有 out_channels × in_channels × 核的高 × 宽 个，另外每个输出通道有一个偏置。</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>One number for each filter, added at every place after the products were added up.</source>
        <translation>每个滤波器一个数，在每个位置把乘积加起来之后再加上它。</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>How many cells the kernel moves at a time. Stride 2 halves height and width.</source>
        <translation>卷积核每次移动多少格。步幅 2 使高和宽减半。</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Rings of zeros around the input, so that the kernel can stand on the edge and the output does not shrink.</source>
        <translation>输入周围的几圈零，使卷积核也能停在边上，输出不会变小。</translation>
    </message>
    <message>
        <source>Dilation</source>
        <translation>膨胀（dilation）</translation>
    </message>
    <message>
        <source>Gaps between the weights of a kernel: with dilation 2 it reads every second cell, so it sees further with as many weights.</source>
        <translation>卷积核各权重之间的间隔：dilation 为 2 时每隔一格读一个数，用同样多的权重看得更远。</translation>
    </message>
    <message>
        <source>Receptive field</source>
        <translation>感受野</translation>
    </message>
    <message>
        <source>The part of an earlier layer, or of the image, that a number depends on. It grows from layer to layer; frames show it when you point at a pixel.</source>
        <translation>一个数所依赖的前面某层或图像的部分。它一层比一层大；指向一个像素时，方框会显示它。</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Negative numbers become 0, others stay. Without it, several layers could do no more than one.</source>
        <translation>负数变成 0，其余不变。没有它，几层合起来也不比一层强。</translation>
    </message>
    <message>
        <source>Max-pool</source>
        <translation>最大池化</translation>
    </message>
    <message>
        <source>Of every 2 × 2 numbers the largest stays: half the height and width, and small shifts matter less.</source>
        <translation>每 2 × 2 个数只留最大的：高和宽减半，小的移动影响更小。</translation>
    </message>
    <message>
        <source>Linear layer</source>
        <translation>线性层</translation>
    </message>
    <message>
        <source>The last layer: each of the ten outputs is a sum over all numbers of the last maps, each times a weight of its own, plus a bias.</source>
        <translation>最后一层：十个输出各是最后各图所有数的和，每个数乘以自己的权重，再加一个偏置。</translation>
    </message>
    <message>
        <source>Output (logit)</source>
        <translation>输出 (logit)</translation>
    </message>
    <message>
        <source>The sum that the linear layer gives for a digit. Only differences count: the largest output is the answer.</source>
        <translation>线性层给每个数字的和。只有差别重要：最大的输出就是回答。</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Turns the ten outputs into probabilities that make 100 % together: exp of each, divided by the sum of all.</source>
        <translation>把十个输出变成合计 100 % 的概率：各取 exp，再除以总和。</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>How sure the network is of a digit. A network may be very sure and wrong.</source>
        <translation>网络对一个数字有多大把握。网络可能很有把握，却是错的。</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>The part of digits that are read right. On 10,000 test digits 99.5 % means 50 mistakes.</source>
        <translation>读对的数字所占的部分。在 10,000 个测试数字上，99.5 % 表示 50 个错误。</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>Where the accuracy on endless digits of the same kind most likely lies. Two networks whose intervals overlap widely may be equally good.</source>
        <translation>在无数个同类数字上的准确率最可能落在的范围。两个网络的区间大部分重叠时，可能一样好。</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>A table of what was shown against what was read. Off the diagonal are the mistakes.</source>
        <translation>给出的数字与读成的数字对照的表。对角线以外的是错误。</translation>
    </message>
    <message>
        <source>MNIST</source>
        <translation>MNIST</translation>
    </message>
    <message>
        <source>70,000 digits that American writers wrote around 1990. ConvPad trains on 55,000, chooses by 5,000 (validation set), and reports on 10,000 that no training sees (test set).</source>
        <translation>70,000 个数字，由美国人在 1990 年前后写成。ConvPad 用 55,000 个训练，用 5,000 个选择（验证集），用训练从未见过的 10,000 个报告结果（测试集）。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>How far the probabilities are from the right answer: 0 where the network is sure and right. Training makes it small.</source>
        <translation>概率离正确答案有多远：网络有把握而且正确时为 0。训练使它变小。</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>For each weight, how the loss would change if the weight grew a little. A step moves all weights against it.</source>
        <translation>对每个权重，它稍微变大时损失怎样改变。每一步让所有权重朝相反方向移动。</translation>
    </message>
    <message>
        <source>Step, batch and epoch</source>
        <translation>步、批和轮</translation>
    </message>
    <message>
        <source>A step looks at a batch, for instance 96 digits, and changes the weights once. An epoch is all training digits once.</source>
        <translation>一步看一批，例如 96 个数字，把权重改变一次。一轮是所有训练数字各看一次。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>How far a step goes. Too high and the loss jumps, too low and nothing moves; usually it falls towards the end.</source>
        <translation>一步走多远。太大，损失会跳动；太小，什么都不动；通常在最后逐渐变小。</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>A pull of all weights towards 0 at each step, so that none grows for the sake of a few digits.</source>
        <translation>每一步把所有权重往 0 拉一点，使它们不会为少数几个数字变得很大。</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <source>The wanted answer is, for instance, 95 % instead of 100 %, so that no network is too sure.</source>
        <translation>要求的答案例如是 95 % 而不是 100 %，使网络不会过于自信。</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>数据增强</translation>
    </message>
    <message>
        <source>Digits are shifted, turned, bent and thickened a little, otherwise each time, so that the network learns what does not matter.</source>
        <translation>把数字稍微移动、旋转、弯曲、加粗，每次都不同，使网络学会什么不重要。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>The number from which everything random is made. The same seed gives the same weights.</source>
        <translation>所有随机的东西都由这个数产生。同样的种子得到同样的权重。</translation>
    </message>
    <message>
        <source>Dead channel</source>
        <translation>失活通道</translation>
    </message>
    <message>
        <source>A filter whose map is 0 everywhere on all digits: it no longer says anything, nor learns.</source>
        <translation>一个滤波器，它的图对所有数字处处为 0：它不再说什么，也不再学习。</translation>
    </message>
    <message>
        <source>Multiply-adds</source>
        <translation>乘加</translation>
    </message>
    <message>
        <source>How many products are made and added up for one image: the work of a layer.</source>
        <translation>一张图像要做多少次乘法再相加：一层的工作量。</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>The numbers of a network as a file (safetensors). With the same layers, other weights are another network.</source>
        <translation>一个网络的所有数，存成一个文件 (safetensors)。层相同而权重不同，就是另一个网络。</translation>
    </message>
</context>
<context>
    <name>TimeMachine</name>
    <message>
        <source>Time machine</source>
        <translation>时光机</translation>
    </message>
    <message>
        <source>Each square is one weight; orange adds, purple takes away, white does nothing.</source>
        <translation>每个方块是一个权重；橙色为加，紫色为减，白色不起作用。</translation>
    </message>
    <message>
        <source>Kernels of the first layer</source>
        <translation>第一层的卷积核</translation>
    </message>
    <message>
        <source>What these kernels find in your drawing.</source>
        <translation>这些卷积核在你的画里找到什么。</translation>
    </message>
    <message>
        <source>Feature maps of the first layer</source>
        <translation>第一层的特征图</translation>
    </message>
    <message>
        <source>Your drawing as the network gets it; draw on the first page, at any time.</source>
        <translation>网络得到的你的画；随时可以在第一页画。</translation>
    </message>
    <message>
        <source>Your drawing</source>
        <translation>你的画</translation>
    </message>
    <message>
        <source>your drawing</source>
        <translation>你的画</translation>
    </message>
    <message>
        <source>Step of the run</source>
        <translation>训练的步</translation>
    </message>
    <message>
        <source>Goes back in the run: the whole window shows the network of that step. The right end is now.</source>
        <translation>回到训练中的某一步：整个窗口显示那一步的网络。最右端是现在。</translation>
    </message>
    <message>
        <source>▶ replay</source>
        <translation>▶ 重放</translation>
    </message>
    <message>
        <source>Let the whole window go through the run; also look at the other pages meanwhile</source>
        <translation>让整个窗口走一遍训练过程；期间也可以看看其他页面</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>慢</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>快</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>How fast the replay goes</source>
        <translation>重放的快慢</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>回到现在</translation>
    </message>
    <message>
        <source>Show the network as it is now (the slider&apos;s right end)</source>
        <translation>显示现在的网络（滑块的最右端）</translation>
    </message>
    <message>
        <source>Take weights</source>
        <translation>取用权重</translation>
    </message>
    <message>
        <source>Use the weights of this step: the run is ended, they are measured on the test digits, and you keep them or revert</source>
        <translation>使用这一步的权重：训练结束，用测试数字检验它们，然后由你保留或还原</translation>
    </message>
    <message>
        <source>❚❚ pause</source>
        <translation>❚❚ 暂停</translation>
    </message>
    <message>
        <source>Time machine · step {0:,} · your drawing as the network saw it then</source>
        <translation>时光机 · 第 {0:,} 步 · 当时网络眼中的你的画</translation>
    </message>
    <message>
        <source>Time machine · now: step {0:,} · your drawing as the network sees it</source>
        <translation>时光机 · 现在：第 {0:,} 步 · 网络眼中的你的画</translation>
    </message>
    <message>
        <source>Time machine · now · your drawing as the network sees it</source>
        <translation>时光机 · 现在 · 网络眼中的你的画</translation>
    </message>
    <message>
        <source>kernels {0}×{0}</source>
        <translation>卷积核 {0}×{0}</translation>
    </message>
    <message>
        <source>conv1 · {0} feature maps {1}×{1}</source>
        <translation>conv1 · {0} 张特征图 {1}×{1}</translation>
    </message>
    <message>
        <source>now it answers {0} with {1:.0f} %</source>
        <translation>现在它回答 {0}，概率 {1:.0f} %</translation>
    </message>
    <message>
        <source>at step {0:,} it answered {1} with {2:.0f} %</source>
        <translation>第 {0:,} 步它回答 {1}，概率 {2:.0f} %</translation>
    </message>
    <message>
        <source>conv1&apos;s kernels moved by {0:.0f} % of their size since step {1:,}</source>
        <translation>自第 {1:,} 步以来，conv1 的卷积核移动了自身大小的 {0:.0f} %</translation>
    </message>
    <message>
        <source>once a run is on, slide back through it here</source>
        <translation>训练开始后，可以在这里滑回去看</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>All pages; Ctrl+1 to Ctrl+{0} open them too</source>
        <translation>所有页面；Ctrl+1 到 Ctrl+{0} 也能打开</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Language of the interface</source>
        <translation>界面语言</translation>
    </message>
    <message>
        <source>Change between dark and light</source>
        <translation>在深色和浅色之间切换</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>菜单 (F10)</translation>
    </message>
    <message>
        <source>What is this? Click, then click on anything (Shift+F1)</source>
        <translation>这是什么？点击这里，再点击任何东西 (Shift+F1)</translation>
    </message>
</context>
<context>
    <name>TopPatches</name>
    <message>
        <source>{0} · map {1} fires most on</source>
        <translation>{0} · 图 {1} 反应最强的</translation>
    </message>
    <message>
        <source>It fires on no training digit: this filter does nothing.</source>
        <translation>它对任何训练数字都没有反应：这个滤波器不起作用。</translation>
    </message>
    <message>
        <source>What it reads there, {0} × {0} pixels of {1:,} training digits; it gives {2:.2f} down to {3:.2f}.</source>
        <translation>它在那里读到的，{1:,} 个训练数字中的 {0} × {0} 像素；值从 {2:.2f} 到 {3:.2f}。</translation>
    </message>
    <message>
        <source>While the network learns there is no time to look for it.</source>
        <translation>网络学习时没有时间去找。</translation>
    </message>
    <message>
        <source>It could not be looked for.</source>
        <translation>无法查找。</translation>
    </message>
    <message>
        <source>It is looked for in the training digits: {0} %</source>
        <translation>正在训练数字中查找：{0} %</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Well done. On to the next step…</source>
        <translation>做得好。接着下一步…</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>第 {0} 步，共 {1} 步</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>演示给我看</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>You have drawn, looked, asked, trained and gone back in time. The tour, a glossary and all shortcuts are in the menu ☰ under Help; ? and a click, or Shift+F1, explain any control.</source>
        <translation>你画过、看过、问过、训练过，也回到过去。导览、词汇表和所有快捷键都在菜单 ☰ 的“帮助”里；点 ? 再点击，或按 Shift+F1，会说明任何控件。</translation>
    </message>
    <message>
        <source>The new network waits on page Train: keep it, or revert to the one from before.</source>
        <translation>新网络在“训练”页等你：保留它，或者还原到原来的网络。</translation>
    </message>
    <message>
        <source>That was the tour</source>
        <translation>导览到此结束</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>TrainHints</name>
    <message>
        <source>Try: train it twice with different seeds: how far apart are the results?</source>
        <translation>试一试：用不同的种子训练两次：结果相差多少？</translation>
    </message>
    <message>
        <source>Try: compare it with Quick on your own drawings, under Networks.</source>
        <translation>试一试：在“网络”里，用你自己的画与“快速”比较。</translation>
    </message>
    <message>
        <source>Try: let it run while you go on drawing; nothing is lost.</source>
        <translation>试一试：让它运行，同时继续画；什么都不会丢。</translation>
    </message>
    <message>
        <source>Try: Fashion-MNIST, and see what the first kernels look for now.</source>
        <translation>试试：Fashion-MNIST，看看第一层的卷积核现在在找什么。</translation>
    </message>
    <message>
        <source>Try: 0.1, and see what a tenth of all digits already teaches.</source>
        <translation>试一试：设为 0.1，看十分之一的数字已经教会什么。</translation>
    </message>
    <message>
        <source>Try: 16 and 1024: which curve is smoother, which is faster?</source>
        <translation>试一试：16 和 1024：哪条曲线更平滑，哪个更快？</translation>
    </message>
    <message>
        <source>Try: ten times as much, and watch the loss jump.</source>
        <translation>试一试：设为十倍，看损失跳动。</translation>
    </message>
    <message>
        <source>Try: constant, and see whether the end is as calm.</source>
        <translation>试一试：选“恒定”，看结尾是否同样平稳。</translation>
    </message>
    <message>
        <source>Try: 0, and compare the sizes of the weights under Layers.</source>
        <translation>试一试：设为 0，在“各层”里比较权重的大小。</translation>
    </message>
    <message>
        <source>Try: 0, and see how sure the network becomes.</source>
        <translation>试一试：设为 0，看网络变得多自信。</translation>
    </message>
    <message>
        <source>Try: the same seed twice: the curves lie on one another.</source>
        <translation>试一试：同样的种子两次：曲线会重合。</translation>
    </message>
    <message>
        <source>Try: automatic, unless you want to compare.</source>
        <translation>试一试：用“自动”，除非你想比较。</translation>
    </message>
    <message>
        <source>Try: current weights with a low learning rate: a polish.</source>
        <translation>试一试：选“当前权重”，用小的学习率：再打磨一下。</translation>
    </message>
    <message>
        <source>Try: 0 and 1, then compare both on turned digits on page Evaluate.</source>
        <translation>试一试：0 和 1，然后在“评估”页用旋转的数字比较两者。</translation>
    </message>
    <message>
        <source>Try: without it, and draw a slanted digit afterwards.</source>
        <translation>试一试：不用它，然后画一个倾斜的数字。</translation>
    </message>
    <message>
        <source>Try: without it, and draw with the thickest brush.</source>
        <translation>试一试：不用它，然后用最粗的笔画。</translation>
    </message>
    <message>
        <source>Try: without it, and draw a 7 with a bar.</source>
        <translation>试一试：不用它，然后画一个带横线的 7。</translation>
    </message>
    <message>
        <source>Try: change the strength while the window is open.</source>
        <translation>试一试：窗口开着时改变强度。</translation>
    </message>
    <message>
        <source>Try: find the same digit at the other side.</source>
        <translation>试一试：在另一边找同一个数字。</translation>
    </message>
    <message>
        <source>Try: find a digit that you would no longer read yourself.</source>
        <translation>试一试：找一个你自己也读不出的数字。</translation>
    </message>
    <message>
        <source>Try: a few times, for the rare ones.</source>
        <translation>试一试：多点几次，找少见的。</translation>
    </message>
    <message>
        <source>Try: the key Esc does the same.</source>
        <translation>试一试：按 Esc 键也一样。</translation>
    </message>
    <message>
        <source>Try: in the middle of a run, and watch the loss of the next steps.</source>
        <translation>试一试：在训练中途用，看接下来几步的损失。</translation>
    </message>
    <message>
        <source>Try: Quick first, it takes a second or two.</source>
        <translation>试一试：先用“快速”，只要一两秒。</translation>
    </message>
    <message>
        <source>Try: pause, draw, and see what the half-trained network says.</source>
        <translation>试一试：暂停，画一画，看练到一半的网络怎么说。</translation>
    </message>
    <message>
        <source>Try: at the end, if validation was still rising.</source>
        <translation>试一试：在结尾，如果验证准确率还在上升。</translation>
    </message>
    <message>
        <source>Try: Take weights first, if you want a step of this run.</source>
        <translation>试一试：如果想要这次训练的某一步，先“取用权重”。</translation>
    </message>
    <message>
        <source>Try: a file that somebody else trained.</source>
        <translation>试一试：别人训练的文件。</translation>
    </message>
    <message>
        <source>Try: give the file to a friend, who opens it with Open.</source>
        <translation>试一试：把文件给朋友，他用“打开”来打开。</translation>
    </message>
    <message>
        <source>Try: choose two and compare them on one drawing.</source>
        <translation>试一试：选两个，在一幅画上比较。</translation>
    </message>
    <message>
        <source>Try: late in a run, when the curve looks flat.</source>
        <translation>试一试：在训练后期，曲线看起来很平的时候。</translation>
    </message>
    <message>
        <source>Try: zoom in with the wheel, then come back with it.</source>
        <translation>试一试：用滚轮放大，再用它回来。</translation>
    </message>
    <message>
        <source>Try: a digit that is often misread, then watch its ten probabilities here.</source>
        <translation>试一试：画一个常被读错的数字，然后在这里看它的十个概率。</translation>
    </message>
    <message>
        <source>Try: click a step: the whole window goes back to it.</source>
        <translation>试一试：点击一步：整个窗口回到那一步。</translation>
    </message>
    <message>
        <source>Try: slide to the first step: kernels by chance.</source>
        <translation>试一试：滑到第一步：随机的卷积核。</translation>
    </message>
    <message>
        <source>Try: a far too high learning rate, and count the dead channels.</source>
        <translation>试一试：用大得多的学习率，数一数失活通道。</translation>
    </message>
    <message>
        <source>Try: find the first step at which your drawing was read right.</source>
        <translation>试一试：找到你的画第一次被读对的那一步。</translation>
    </message>
    <message>
        <source>Try: go to page Look inside while it plays.</source>
        <translation>试一试：播放时去“看内部”页。</translation>
    </message>
    <message>
        <source>Try: slow, for the first steps, where most happens.</source>
        <translation>试一试：用慢速看最初几步，那里变化最多。</translation>
    </message>
    <message>
        <source>Try: Home and End on the slider do much the same.</source>
        <translation>试一试：在滑块上按 Home 和 End，作用差不多。</translation>
    </message>
    <message>
        <source>Try: a step from the middle: how much worse is it?</source>
        <translation>试一试：取中间的一步：差多少？</translation>
    </message>
    <message>
        <source>Try: watch one kernel from the first step on as an edge forms in it.</source>
        <translation>试一试：从第一步起看一个卷积核，看里面怎样形成边缘。</translation>
    </message>
    <message>
        <source>Try: at the first step all maps look alike. Why?</source>
        <translation>试一试：在第一步，所有图看起来都一样。为什么？</translation>
    </message>
    <message>
        <source>Try: draw on the first page while a run goes on.</source>
        <translation>试一试：训练进行时在第一页画。</translation>
    </message>
    <message>
        <source>Try: stride 2 in the first layer: a quarter of the work in all that follow.</source>
        <translation>试一试：第一层步幅设为 2：后面各层只要四分之一的工作量。</translation>
    </message>
    <message>
        <source>Try: a third layer, and look at the receptive field.</source>
        <translation>试一试：加第三层，看看感受野。</translation>
    </message>
    <message>
        <source>Try: a single layer: how far does it get?</source>
        <translation>试一试：只用一层：能做到什么程度？</translation>
    </message>
    <message>
        <source>Try: the wide layer first, and look at the multiply-adds.</source>
        <translation>试一试：把宽的层放在前面，看看乘加次数。</translation>
    </message>
    <message>
        <source>Try: the wide layer last, and look at the parameters.</source>
        <translation>试一试：把宽的层放在后面，看看参数个数。</translation>
    </message>
    <message>
        <source>Try: change something wildly; this brings it back.</source>
        <translation>试一试：随便乱改；它能找回来。</translation>
    </message>
    <message>
        <source>Try: go back and forth between two designs.</source>
        <translation>试一试：在两个设计之间来回。</translation>
    </message>
    <message>
        <source>Try: LeNet-5 of 1998, and train it for one epoch.</source>
        <translation>试一试：1998 年的 LeNet-5，训练一轮。</translation>
    </message>
    <message>
        <source>Try: paste it into a file and run it where PyTorch is installed.</source>
        <translation>试一试：粘贴到文件里，在装有 PyTorch 的地方运行。</translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>Not training</source>
        <translation>没有在训练</translation>
    </message>
    <message>
        <source>Time machine</source>
        <translation>时光机</translation>
    </message>
    <message>
        <source>Go back in the run</source>
        <translation>回到训练中的某一步</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>各层</translation>
    </message>
    <message>
        <source>Weights, gradients and dead channels of each layer</source>
        <translation>每一层的权重、梯度和失活通道</translation>
    </message>
    <message>
        <source>Measuring these weights on the test set…</source>
        <translation>正在用测试集检验这些权重…</translation>
    </message>
    <message>
        <source>automatic: {0}</source>
        <translation>自动：{0}</translation>
    </message>
    <message>
        <source>1 thread</source>
        <translation>1 个线程</translation>
    </message>
    <message>
        <source>{0} threads</source>
        <translation>{0} 个线程</translation>
    </message>
    <message>
        <source>Stopped; the network from before is back</source>
        <translation>已停止；之前的网络已恢复</translation>
    </message>
    <message>
        <source>Done: keep the new network, or revert?</source>
        <translation>完成：保留新网络，还是还原？</translation>
    </message>
</context>
<context>
    <name>Trainer</name>
    <message>
        <source>{0} cannot be written: if the program is ended from outside, this run is lost.</source>
        <translation>无法写入 {0}：如果程序被外部终止，本次训练将会丢失。</translation>
    </message>
    <message>
        <source>This run cannot go on: {0}.</source>
        <translation>这次训练无法继续：{0}。</translation>
    </message>
</context>
<context>
    <name>TrustPage</name>
    <message>
        <source>How far to trust this</source>
        <translation>这有多可信</translation>
    </message>
    <message>
        <source>Back to the cards (Escape)</source>
        <translation>回到卡片（Escape）</translation>
    </message>
    <message>
        <source>Back to the cards</source>
        <translation>回到卡片</translation>
    </message>
    <message>
        <source>Four kinds of answers</source>
        <translation>四种回答</translation>
    </message>
    <message>
        <source>exact ✓</source>
        <translation>精确 ✓</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>searched</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>a shadow</source>
        <translation>影子</translation>
    </message>
    <message>
        <source>Why no card colours the pixels with a gradient</source>
        <translation>为什么没有卡片用梯度给像素上色</translation>
    </message>
    <message>
        <source>There are quicker ways to colour a drawing. Here they are on yours, beside what really happens when a spot is erased. A rank correlation of 1 means the same order of pixels, 0 none.</source>
        <translation>给画上色有更快的方法。这里把它们用在你的画上，旁边是真正擦掉一点时发生的事。秩相关为 1 表示像素的次序相同，0 表示毫无关系。</translation>
    </message>
    <message>
        <source>Erasing, measured</source>
        <translation>擦除，测量</translation>
    </message>
    <message>
        <source>Gradient × input</source>
        <translation>梯度 × 输入</translation>
    </message>
    <message>
        <source>Integrated gradients</source>
        <translation>积分梯度</translation>
    </message>
    <message>
        <source>A map that stays as it is when the network forgets all it has learned explains nothing (J. Adebayo et al., Sanity Checks for Saliency Maps, 2018). So each was made once more, with weights by chance: the less it then agrees with itself, the better.</source>
        <translation>网络忘掉学到的一切时仍然不变的图，什么都没有解释（J. Adebayo 等，Sanity Checks for Saliency Maps，2018）。所以每种图都用随机权重再做一次：与自己越不一致越好。</translation>
    </message>
    <message>
        <source>Digits the network dreams of</source>
        <translation>网络梦见的数字</translation>
    </message>
    <message>
        <source>Let it dream</source>
        <translation>让它做梦</translation>
    </message>
    <message>
        <source>Climbs from noise to the ten images that give each digit the most, blurred and moved on the way.</source>
        <translation>从噪声出发，爬到使每个数字得分最高的十幅图像，途中模糊并移动。</translation>
    </message>
    <message>
        <source>One image for each digit, and how probable the network finds it</source>
        <translation>每个数字一幅图像，以及网络认为它的概率</translation>
    </message>
    <message>
        <source>Draw a digit, and they are made from it.</source>
        <translation>画一个数字，就用它来做。</translation>
    </message>
    <message>
        <source>working…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>Images that the network itself takes for a digit most of all. They show what it asks for, not what a digit looks like. Of single filters such images do not become readable, so there are none.</source>
        <translation>网络自己最认定为某个数字的图像。它们显示它要的是什么，而不是数字的样子。单个滤波器的这种图像看不懂，所以没有。</translation>
    </message>
    <message>
        <source>dreamt {0}: {1:.1f} %</source>
        <translation>梦见的 {0}：{1:.1f} %</translation>
    </message>
    <message>
        <source>with itself, untrained: {0:.2f}</source>
        <translation>与未训练的自己：{0:.2f}</translation>
    </message>
    <message>
        <source>amber: erasing it lowers the lead</source>
        <translation>琥珀色：擦掉它会降低领先</translation>
    </message>
    <message>
        <source>with erasing: {0:.2f} ({1} test digits: {2:.2f})</source>
        <translation>与擦除：{0:.2f}（{1} 个测试数字：{2:.2f}）</translation>
    </message>
    <message>
        <source>It tells rightly whether erasing 3 × 3 pixels raises or lowers the lead in {0:.0f} % of cases here, and in {1:.0f} % on {2} test digits; a coin does in 50.</source>
        <translation>擦掉 3 × 3 像素是提高还是降低领先，它在这里有 {0:.0f} % 说对，在 {2} 个测试数字上有 {1:.0f} %；抛硬币有 50 %。</translation>
    </message>
    <message>
        <source>As an earlier step of the run saw it. {0}</source>
        <translation>以下是训练较早一步的网络所见。{0}</translation>
    </message>
    <message>
        <source>Gradient × input adds up exactly: pixels {0} + biases {1} = lead {2}. So the pixels carry {3:.0f} % of it, and the biases the rest: an exact sum, and still no explanation.</source>
        <translation>梯度 × 输入加起来是精确的：像素 {0} + 偏置 {1} = 领先 {2}。所以像素占 {3:.0f} %，其余是偏置：精确的和，但仍不是解释。</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
</context>
<context>
    <name>VerdictWords</name>
    <message>
        <source>better, beyond chance</source>
        <translation>更好，超出偶然</translation>
    </message>
    <message>
        <source>worse, beyond chance</source>
        <translation>更差，超出偶然</translation>
    </message>
    <message>
        <source>within chance</source>
        <translation>在偶然范围内</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>Shown (down), read as (across)</source>
        <translation>给出的（行），读成（列）</translation>
    </message>
    <message>
        <source>The network on display: its answers, and its mistakes beside them</source>
        <translation>当前显示的网络：它的回答，旁边是它的错误</translation>
    </message>
    <message>
        <source>The network it is compared with</source>
        <translation>与之比较的网络</translation>
    </message>
    <message>
        <source>How much more often A gave each answer than B; beside it the digits on which they differ</source>
        <translation>每个回答 A 比 B 多给了几次；旁边是两者读得不同的数字</translation>
    </message>
    <message>
        <source>all mistakes</source>
        <translation>所有错误</translation>
    </message>
    <message>
        <source>Show the mistakes of all cells again (Esc)</source>
        <translation>重新显示所有格子的错误（Esc）</translation>
    </message>
    <message>
        <source>Gallery of digits</source>
        <translation>数字图库</translation>
    </message>
    <message>
        <source>Click a digit, or press Return: it goes to the pad, and you can look inside</source>
        <translation>点击一个数字，或按回车键：它会放到画板上，可以看网络内部</translation>
    </message>
    <message>
        <source>all that differ</source>
        <translation>所有不同</translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Mistakes: {0:,}, the surest first</source>
        <translation>错误：{0:,} 个，把握最大的在前</translation>
    </message>
    <message>
        <source>{0} read right: {1:,}, the least sure first</source>
        <translation>{0} 读对：{1:,} 个，把握最小的在前</translation>
    </message>
    <message>
        <source>{0} read as {1}: {2:,}, the surest first</source>
        <translation>{0} 读成 {1}：{2:,} 个，把握最大的在前</translation>
    </message>
    <message>
        <source>{0:,} differ: only A right {1:,}, only B {2:,}, neither {3:,}</source>
        <translation>{0:,} 个不同：只有 A 对 {1:,} 个，只有 B 对 {2:,} 个，都错 {3:,} 个</translation>
    </message>
    <message>
        <source>{0} read as {1} by only one of the two: {2:,}</source>
        <translation>只有一个网络把 {0} 读成 {1}：{2:,} 个</translation>
    </message>
    <message>
        <source>{0}; {1} are shown</source>
        <translation>{0}；显示其中 {1} 个</translation>
    </message>
    <message>
        <source>Nothing of this {0} lies on the pad</source>
        <translation>这个 {0} 没有任何笔迹落在画板上</translation>
    </message>
    <message>
        <source>A {0}, read as {1} with {2:.1f} % certainty</source>
        <translation>数字 {0}，读成 {1}，把握 {2:.1f} %</translation>
    </message>
    <message>
        <source>A {0}, read as {1} with {2:.1f} % certainty; {0} had {3:.1f} %</source>
        <translation>数字 {0}，读成 {1}，把握 {2:.1f} %；{0} 的概率是 {3:.1f} %</translation>
    </message>
    <message>
        <source>This is a {0}. A reads {1} with {2:.1f} % certainty, B reads {3} with {4:.1f} %.</source>
        <translation>这是 {0}。A 读成 {1}，把握 {2:.1f} %；B 读成 {3}，把握 {4:.1f} %。</translation>
    </message>
</context>
<context>
    <name>WelcomeBar</name>
    <message>
        <source>Show me</source>
        <translation>演示给我看</translation>
    </message>
    <message>
        <source>Six things to do, each a click or two; leave it at any time with Escape</source>
        <translation>做六件事，每件点一两下；随时可按 Esc 离开</translation>
    </message>
    <message>
        <source>No, thanks</source>
        <translation>不用了</translation>
    </message>
    <message>
        <source>Do not ask again; the tour stays in the menu ☰ under Help</source>
        <translation>不再询问；导览仍在菜单 ☰ 的“帮助”里</translation>
    </message>
    <message>
        <source>New here? Six steps, two minutes</source>
        <translation>第一次来？六步，两分钟</translation>
    </message>
</context>
<context>
    <name>WhyCard</name>
    <message>
        <source>the training digits are read next…</source>
        <translation>接下来读取训练数字…</translation>
    </message>
    <message>
        <source>reading the training digits: {0} %</source>
        <translation>正在读取训练数字：{0} %</translation>
    </message>
</context>
<context>
    <name>WhyHints</name>
    <message>
        <source>Try: press it, and it says what such an answer is worth.</source>
        <translation>试试：按它，它说明这种回答有多可信。</translation>
    </message>
    <message>
        <source>Try: ask why it is not another digit, by choosing that one here.</source>
        <translation>试试：在这里选另一个数字，问为什么不是它。</translation>
    </message>
    <message>
        <source>Try: the keys 0 to 9, one after the other, and watch the cards.</source>
        <translation>试试：依次按 0 到 9，看卡片的变化。</translation>
    </message>
    <message>
        <source>Try: read it once before you believe a coloured picture of any network.</source>
        <translation>试试：在相信任何网络的彩色图之前读一遍。</translation>
    </message>
    <message>
        <source>Try: it first, when you see this page for the first time.</source>
        <translation>试试：第一次看到这一页时先按它。</translation>
    </message>
    <message>
        <source>Try: a larger window, where all cards stand side by side.</source>
        <translation>试试：更大的窗口，所有卡片并排显示。</translation>
    </message>
    <message>
        <source>Try: a wider window, which shows all tabs.</source>
        <translation>试试：更宽的窗口，会显示所有标签页。</translation>
    </message>
    <message>
        <source>Try: click it, and see in Look inside which pixels of the drawing this map read.</source>
        <translation>试试：点击它，在“看内部”中看这张图读了画的哪些像素。</translation>
    </message>
    <message>
        <source>Try: draw more carelessly, and see when digits of another kind come in.</source>
        <translation>试试：画得随便一些，看什么时候出现别的数字。</translation>
    </message>
    <message>
        <source>Try: click the ringed spot, look at the answer, and undo.</source>
        <translation>试试：点击圈出的点，看答案，再撤销。</translation>
    </message>
    <message>
        <source>Try: click the bluest spot: does it close or open a loop?</source>
        <translation>试试：点击最蓝的点：它是合上还是打开一个圈？</translation>
    </message>
    <message>
        <source>Try: it once: a map that stays the same would tell nothing of what was learned.</source>
        <translation>试试：按一次：如果图不变，它就没有说明学到的任何东西。</translation>
    </message>
    <message>
        <source>Try: do it, then undo and redo while you look at the answer.</source>
        <translation>试试：照做，然后撤销、重做，同时看答案。</translation>
    </message>
    <message>
        <source>Try: on a digit that leads by little, and on one that leads by much.</source>
        <translation>试试：在领先不多的数字上，再在领先很多的数字上。</translation>
    </message>
    <message>
        <source>Try: stop when one is found that you like.</source>
        <translation>试试：找到满意的就停下。</translation>
    </message>
    <message>
        <source>Try: compare its size per pixel with that of a stroke.</source>
        <translation>试试：把它每个像素的大小与一笔相比。</translation>
    </message>
    <message>
        <source>Try: find the place where the answer turns.</source>
        <translation>试试：找到答案改变的位置。</translation>
    </message>
    <message>
        <source>Try: stop it; what was there stays.</source>
        <translation>试试：停下它；已有的会留下。</translation>
    </message>
    <message>
        <source>Try: the arrow keys, to the digit beside the middle: would you have read it so?</source>
        <translation>试试：用方向键到中间旁边的数字：你会这样读吗？</translation>
    </message>
    <message>
        <source>Try: the arrow keys to the last bar, which speaks most for the rival.</source>
        <translation>试试：用方向键到最后一条，它最支持对手。</translation>
    </message>
    <message>
        <source>Try: another drawing beside it; the pictures are made anew.</source>
        <translation>试试：在旁边画另一个；图会重新生成。</translation>
    </message>
    <message>
        <source>Try: the key Esc does the same.</source>
        <translation>试一试：按 Esc 键也一样。</translation>
    </message>
    <message>
        <source>Try: the same with a network that you trained for a second only.</source>
        <translation>试试：用只训练了一秒的网络做同样的事。</translation>
    </message>
    <message>
        <source>Try: stop in the middle; what was dreamt so far stays.</source>
        <translation>试试：中途停下；已梦到的会留下。</translation>
    </message>
    <message>
        <source>Try: the arrow keys tell how sure the network is of each.</source>
        <translation>试试：方向键会说明网络对每个有多确定。</translation>
    </message>
</context>
<context>
    <name>WhyPage</name>
    <message>
        <source>The network is being loaded…</source>
        <translation>正在载入网络…</translation>
    </message>
    <message>
        <source>Draw a digit on the pad at the left.

While you draw, six cards here say why the network reads it as it does: what your ink does, what would change the answer, where it lies among training digits, and what the last layer counted. Each says of itself how far it can be trusted.</source>
        <translation>在左边的画板上画一个数字。

你画的时候，这里的六张卡片说明网络为什么这样读：你的笔迹起什么作用，什么会改变回答，它在训练数字中的位置，以及最后一层数了什么。每张卡片都说明自己有多可信。</translation>
    </message>
</context>
<context>
    <name>WindowHints</name>
    <message>
        <source>Try: draw a 7 with a bar through it, and watch which maps light up.</source>
        <translation>试一试：画一个带横线的 7，看哪些图变亮。</translation>
    </message>
    <message>
        <source>Try: lesson 1, one step, and work out the next sum yourself.</source>
        <translation>试一试：第 1 课，走一步，自己算出下一个和。</translation>
    </message>
    <message>
        <source>Try: Quick, then Retrain, then slide back through the run.</source>
        <translation>试一试：快速，然后重新训练，再滑回去看。</translation>
    </message>
    <message>
        <source>Try: evaluate, then click the largest number off the diagonal.</source>
        <translation>试一试：评估，然后点击对角线以外最大的数。</translation>
    </message>
    <message>
        <source>Try: draw something between a 4 and a 9, and open it.</source>
        <translation>试一试：画一个介于 4 和 9 之间的，再打开它。</translation>
    </message>
    <message>
        <source>Try: make the window wider, or the text smaller (Ctrl −): then each page has its button.</source>
        <translation>试试：把窗口拉宽，或把文字缩小（Ctrl −）：这样每一页都有自己的按钮。</translation>
    </message>
    <message>
        <source>Try: look at the other pages first; they all show this step.</source>
        <translation>试一试：先看看其他页面；它们都显示这一步。</translation>
    </message>
    <message>
        <source>Try: the other language; nothing you made is lost.</source>
        <translation>试一试：另一种语言；你做的什么都不会丢。</translation>
    </message>
    <message>
        <source>Try: the light one where a projector is weak.</source>
        <translation>试一试：投影较暗时用浅色。</translation>
    </message>
    <message>
        <source>Try: click here, then on the word Kernels of a card.</source>
        <translation>试一试：点击这里，再点击卡片上的“卷积核”一词。</translation>
    </message>
    <message>
        <source>Try: Help, where the tour and all shortcuts are; or Export, to take a panel as a picture.</source>
        <translation>试一试：“帮助”，那里有导览和所有快捷键；或“导出”，把一块面板存成图片。</translation>
    </message>
    <message>
        <source>Try: let the tour do the first step with its button Show me.</source>
        <translation>试一试：让导览用“演示给我看”做第一步。</translation>
    </message>
    <message>
        <source>Try: the menu ☰ under Help, if you think better of it.</source>
        <translation>试一试：改变主意时，看菜单 ☰ 的“帮助”。</translation>
    </message>
    <message>
        <source>Try: open page Train meanwhile; the curves go on where they stopped.</source>
        <translation>试一试：同时打开“训练”页；曲线从停下的地方继续。</translation>
    </message>
    <message>
        <source>Try: Resume instead, if the run was a long one.</source>
        <translation>试一试：如果训练很长，还是选“继续”。</translation>
    </message>
    <message>
        <source>Try: pause, draw, and see what the half-trained network says.</source>
        <translation>试一试：暂停，画一画，看练到一半的网络怎么说。</translation>
    </message>
    <message>
        <source>Try: Take weights first on page Train, if you want a step of this run.</source>
        <translation>试试：如果想要这次训练的某一步，先在“训练”页取用权重。</translation>
    </message>
    <message>
        <source>Try: are the digits that it lost ones that you would have read?</source>
        <translation>试试：它失去的数字，你自己认得出来吗？</translation>
    </message>
    <message>
        <source>Try: draw a few digits before you decide; the new network answers already.</source>
        <translation>试一试：决定之前先画几个数字；新网络已经在回答。</translation>
    </message>
    <message>
        <source>Try: compare both on your own drawing before you decide.</source>
        <translation>试一试：决定之前，用你自己的画比较两者。</translation>
    </message>
    <message>
        <source>Try: come back later from the menu ☰ under Help.</source>
        <translation>试一试：以后从菜单 ☰ 的“帮助”里再来。</translation>
    </message>
    <message>
        <source>Try: do the step before once more, in another way.</source>
        <translation>试一试：用另一种方式把上一步再做一次。</translation>
    </message>
    <message>
        <source>Try: do it yourself first; the tour notices and goes on.</source>
        <translation>试一试：先自己做；导览会发现，并继续。</translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message>
        <source>trained filter</source>
        <translation>训练所得的滤波器</translation>
    </message>
    <message>
        <source>trained values</source>
        <translation>训练所得的值</translation>
    </message>
</context>
<context>
    <name>WorkbenchBar</name>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>One weight of the kernel: click a cell of a kernel below, then change it here</source>
        <translation>卷积核的一个权重：点击下面卷积核的一格，然后在这里改变它</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>The bias of this filter: added once at every place</source>
        <translation>这个滤波器的偏置：在每个位置加一次</translation>
    </message>
    <message>
        <source>Kernel to paste</source>
        <translation>要粘贴的卷积核</translation>
    </message>
    <message>
        <source>Kernels with a name, to see what the network makes of them</source>
        <translation>有名字的卷积核，看网络会怎样</translation>
    </message>
    <message>
        <source>Where to paste</source>
        <translation>粘贴到哪里</translation>
    </message>
    <message>
        <source>Into the kernel of one input channel, or an equal part into all of them</source>
        <translation>粘贴到一个输入通道的卷积核，或平均分到所有通道</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Put this kernel in place of the filter&apos;s own, scaled so that no weight is beyond 1</source>
        <translation>用这个卷积核替换滤波器原有的，按比例缩放使权重不超过 1</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>into</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{0}, row {1}, column {2}</source>
        <translation>{0}，行 {1}，列 {2}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>pasted kernel</source>
        <translation>粘贴的卷积核</translation>
    </message>
    <message>
        <source>Take back the last change of the network</source>
        <translation>撤销对网络的上一次改变</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>再做一次</translation>
    </message>
    <message>
        <source>Trained values</source>
        <translation>训练值</translation>
    </message>
    <message>
        <source>Back to the network as it was trained; can be undone</source>
        <translation>回到训练得到的网络；可以撤销</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <source>Read all 10,000 test digits with the network as it is now, in the background</source>
        <translation>在后台用现在的网络读全部 10,000 个测试数字</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save the changed network as a file; the one in use stays as it is</source>
        <translation>把改变后的网络存为文件；正在使用的保持不变</translation>
    </message>
    <message>
        <source>map {0}</source>
        <translation>图 {0}</translation>
    </message>
    <message>
        <source>all channels</source>
        <translation>所有通道</translation>
    </message>
    <message>
        <source>in {0}</source>
        <translation>输入 {0}</translation>
    </message>
    <message>
        <source>Make this channel, or this output, 0 everywhere and see what is missing</source>
        <translation>让这个通道或这个输出处处为 0，看少了什么</translation>
    </message>
    <message>
        <source>Sobel: left to right</source>
        <translation>Sobel：从左到右</translation>
    </message>
    <message>
        <source>Sobel: top to bottom</source>
        <translation>Sobel：从上到下</translation>
    </message>
    <message>
        <source>outline</source>
        <translation>轮廓</translation>
    </message>
    <message>
        <source>blur</source>
        <translation>模糊</translation>
    </message>
    <message>
        <source>sharpen</source>
        <translation>锐化</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>恒等</translation>
    </message>
    <message>
        <source>random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>nothing: all 0</source>
        <translation>无：全为 0</translation>
    </message>
    <message>
        <source>changed by hand</source>
        <translation>已手动改变</translation>
    </message>
    <message>
        <source>{0:.2f} % of the test digits</source>
        <translation>测试数字的 {0:.2f} %</translation>
    </message>
    <message>
        <source>weight {0}</source>
        <translation>权重 {0}</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Save the changed network</source>
        <translation>保存改变后的网络</translation>
    </message>
    <message>
        <source>Weights (*.safetensors)</source>
        <translation>权重 (*.safetensors)</translation>
    </message>
</context>
<context>
    <name>_Link</name>
    <message>
        <source>Click: all words in the glossary.</source>
        <translation>点击：词汇表里的所有词。</translation>
    </message>
</context>
</TS>
