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
            <source>ConvPad is free software under the MIT licence.&lt;br&gt;&lt;br&gt;MNIST: Yann LeCun and Corinna Cortes, CC BY-SA 3.0.&lt;br&gt;Qt {0} and PySide6: LGPL 3. PyTorch and NumPy: BSD. pyqtgraph: MIT. safetensors: Apache 2.0. Pillow: MIT-CMU. tqdm: MPL 2.0 and MIT.&lt;br&gt;Colour maps: viridis (CC0) and PuOr of ColorBrewer (Apache 2.0). Chinese font: Noto Sans SC (OFL 1.1).</source>
            <translation>ConvPad 是采用 MIT 许可证的自由软件。&lt;br&gt;&lt;br&gt;MNIST：Yann LeCun 与 Corinna Cortes，CC BY-SA 3.0。&lt;br&gt;Qt {0} 与 PySide6：LGPL 3。PyTorch 与 NumPy：BSD。pyqtgraph：MIT。safetensors：Apache 2.0。Pillow：MIT-CMU。tqdm：MPL 2.0 与 MIT。&lt;br&gt;色图：viridis (CC0) 与 ColorBrewer 的 PuOr (Apache 2.0)。中文字体：Noto Sans SC (OFL 1.1)。</translation>
        </message>
    </context>
    <context>
        <name>CellEditor</name>
        <message>
            <source>Type a number from -99 to 99; Return takes it over, Escape leaves it as it was</source>
            <translation>输入 -99 到 99 的数字；回车确认，Esc 保持原样</translation>
        </message>
    </context>
    <context>
        <name>ChannelRow</name>
        <message>
            <source>Input, channel {0}</source>
            <translation>输入，通道 {0}</translation>
        </message>
        <message>
            <source>One channel of the input; dotted zeros around it are padding. Click a cell and type a number. Pointing at it moves the kernel there.</source>
            <translation>输入的一个通道；周围虚线的零是填充。点击一格可输入数字；指向它，卷积核就移到那里。</translation>
        </message>
        <message>
            <source>Patch under the kernel, channel {0}</source>
            <translation>卷积核下的区域，通道 {0}</translation>
        </message>
        <message>
            <source>The numbers of the input under the kernel.</source>
            <translation>卷积核下面的输入数字。</translation>
        </message>
        <message>
            <source>Kernel of channel {0}</source>
            <translation>通道 {0} 的卷积核</translation>
        </message>
        <message>
            <source>The weights for this channel alone; another channel has others. Click one and type a number.</source>
            <translation>只用于这个通道的权重；其他通道另有各自的权重。点击一个可输入数字。</translation>
        </message>
        <message>
            <source>Products of channel {0}</source>
            <translation>通道 {0} 的乘积</translation>
        </message>
        <message>
            <source>Each number under the kernel times the weight on it.</source>
            <translation>卷积核下的每个数字乘以其上的权重。</translation>
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
            <translation>区域 × 卷积核，逐个数字相乘再相加。每个输入通道都有自己的卷积核。</translation>
        </message>
        <message>
            <source>{0}: weight {1:+.4f}</source>
            <translation>{0}：权重 {1:+.4f}</translation>
        </message>
        <message>
            <source>{0}, row {1}, column {2}: {3:.4f} × {4:+.4f} = {5:+.4f}</source>
            <translation>{0}，行 {1}，列 {2}：{3:.4f} × {4:+.4f} = {5:+.4f}</translation>
        </message>
        <message>
            <source> (padding: always 0)</source>
            <translation> (填充：恒为 0)</translation>
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
        <name>Curves</name>
        <message>
            <source>Loss and validation accuracy over the steps</source>
            <translation>每一步的损失与验证准确率</translation>
        </message>
        <message>
            <source>loss</source>
            <translation>损失</translation>
        </message>
        <message>
            <source>validation, %</source>
            <translation>验证，%</translation>
        </message>
        <message>
            <source>step</source>
            <translation>步</translation>
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
    </context>
    <context>
        <name>DrawingPanel</name>
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
            <translation>第一层读取的 28 × 28 个数字，从 0(黑)到 1(白)</translation>
        </message>
        <message>
            <source>cropped → 20 × 20 box →
centre of mass in the middle</source>
            <translation>裁剪 → 20 × 20 方框 →
质心移到正中</translation>
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
            <source>The network's answer</source>
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
            <source>not sure</source>
            <translation>不确定</translation>
        </message>
        <message>
            <source>row {0}, column {1}: {2:.2f}</source>
            <translation>行 {0}，列 {1}：{2:.2f}</translation>
        </message>
    </context>
    <context>
        <name>Examples</name>
        <message>
            <source>{0} Your examples were put aside as {1}.</source>
            <translation>{0} 你的样例已另存为 {1}。</translation>
        </message>
        <message>
            <source>Draw the digit first; only strokes can be kept as an example.</source>
            <translation>请先画出数字；只有笔画才能留作样例。</translation>
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
            <source>Drawings you kept with the digit you meant. The network can learn your hand from them in a few seconds; it sees MNIST's digits as well, so that it forgets nothing. Three of each digit help most.</source>
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
        <name>GridView</name>
        <message>
            <source>Number in row {0}, column {1}</source>
            <translation>行 {0}、列 {1} 的数字</translation>
        </message>
    </context>
    <context>
        <name>Inspector</name>
        <message>
            <source>The chosen feature map, enlarged</source>
            <translation>选中的特征图，放大</translation>
        </message>
        <message>
            <source>One square is one number. Click one, or move with the arrow keys, to see where it comes from.</source>
            <translation>一个方块是一个数。点击它，或用方向键移动，看它从何而来。</translation>
        </message>
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
            <translation>贡献最大的通道(无论正负)排在前面；否则按图的顺序</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>比较</translation>
        </message>
        <message>
            <source>Same kernels, same bias, another place: pins this pixel as A; choose any other pixel as B</source>
            <translation>同样的卷积核、同样的偏置，另一个位置：把这个像素记为 A，再选任意一个像素作 B</translation>
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
            <source>Sorted by size</source>
            <translation>按大小排序</translation>
        </message>
        <message>
            <source>Edit kernels</source>
            <translation>编辑卷积核</translation>
        </message>
        <message>
            <source>{0} · map {1} · A ({2}, {3}) · B ({4}, {5})</source>
            <translation>{0} · 图 {1} · A ({2}, {3}) · B ({4}, {5})</translation>
        </message>
        <message>
            <source>reads all {0} maps of {1}, each × its weights, and adds the bias</source>
            <translation>读取 {1} 的全部 {0} 个图，各乘以权重，再加偏置</translation>
        </message>
        <message>
            <source>draw a digit to see what it reads</source>
            <translation>画一个数字，看它读取什么</translation>
        </message>
        <message>
            <source>reads rows {0}…{1}, columns {2}…{3} of the drawing</source>
            <translation>读取画的第 {0}…{1} 行、第 {2}…{3} 列</translation>
        </message>
        <message>
            <source>reads rows {0}…{1}, columns {2}…{3} of all {4} maps of {5}</source>
            <translation>读取 {5} 全部 {4} 个图的第 {0}…{1} 行、第 {2}…{3} 列</translation>
        </message>
        <message>
            <source> · hatched: padding, zeros around the map</source>
            <translation> · 斜线：填充，图周围的零</translation>
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
        <name>LabBench</name>
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
            <source>Numbers</source>
            <translation>数字</translation>
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
        <name>LabOutput</name>
        <message>
            <source>Output, feature map</source>
            <translation>输出，特征图</translation>
        </message>
        <message>
            <source>Each cell is one stop of the kernels. Click one, or use the arrow keys, to go there.</source>
            <translation>每一格是卷积核的一次停留。点击它或用方向键移到那里。</translation>
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
            <source>Output · feature map</source>
            <translation>输出 · 特征图</translation>
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
            <source>Your answer</source>
            <translation>你的答案</translation>
        </message>
        <message>
            <source>your answer</source>
            <translation>你的答案</translation>
        </message>
        <message>
            <source>Type a number and press Return; the working is shown</source>
            <translation>输入数字并按回车；会显示演算过程</translation>
        </message>
        <message>
            <source>Compare your answer and see how it comes about</source>
            <translation>比较你的答案，看结果如何得出</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>回答</translation>
        </message>
        <message>
            <source>Question</source>
            <translation>问题</translation>
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
            <source>⌊(n + 2·padding − kernel_size) / stride⌋ + 1</source>
            <translation>⌊(n + 2·padding − kernel_size) / stride⌋ + 1</translation>
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
            <source>The complete output, compared with PyTorch's after each change; at most {0} apart</source>
            <translation>每次改变后，完整输出都与 PyTorch 的比较；最多相差 {0}</translation>
        </message>
        <message>
            <source>out[{0}, {1}, {2}] = {3}</source>
            <translation>out[{0}, {1}, {2}] = {3}</translation>
        </message>
    </context>
    <context>
        <name>LabText</name>
        <message>
            <source>Put this line on the clipboard, ready for your own program</source>
            <translation>把这一行放到剪贴板，可用于你自己的程序</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
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
            <translation>让卷积核自己滑动；指向一格会使它停住 (Ctrl+空格)</translation>
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
            <translation>后退一步 (Ctrl+左)</translation>
        </message>
        <message>
            <source>step ▶</source>
            <translation>前进 ▶</translation>
        </message>
        <message>
            <source>One stop on (Ctrl+Right)</source>
            <translation>前进一步 (Ctrl+右)</translation>
        </message>
        <message>
            <source>quiz: next cell</source>
            <translation>测验：下一格</translation>
        </message>
        <message>
            <source>Hides the next output cell: work it out and type it at the right</source>
            <translation>隐藏下一个输出格：算出来，在右边输入</translation>
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
            <source>❚❚ pause</source>
            <translation>❚❚ 暂停</translation>
        </message>
    </context>
    <context>
        <name>LabWords</name>
        <message>
            <source>One kernel, one channel</source>
            <translation>一个卷积核，一个通道</translation>
        </message>
        <message>
            <source>Stride 2</source>
            <translation>步幅 2</translation>
        </message>
        <message>
            <source>Padding 1</source>
            <translation>填充 1</translation>
        </message>
        <message>
            <source>Shared weights and bias</source>
            <translation>共享权重和偏置</translation>
        </message>
        <message>
            <source>Three channels in (colour)</source>
            <translation>三个输入通道(颜色)</translation>
        </message>
        <message>
            <source>Three channels in, two out</source>
            <translation>三个输入通道，两个输出通道</translation>
        </message>
        <message>
            <source>Conv2d and its arguments</source>
            <translation>Conv2d 及其参数</translation>
        </message>
        <message>
            <source>Find edges in my drawing</source>
            <translation>在我的画里找边缘</translation>
        </message>
        <message>
            <source>From here to the network</source>
            <translation>从这里到网络</translation>
        </message>
        <message>
            <source>The kernel, 2 × 2 weights, lies on a patch of the input. Each number is multiplied with the weight that lies on it, and the products are added up: one number of the output. It depends on this patch alone, its local receptive field.</source>
            <translation>卷积核有 2 × 2 个权重，覆盖在输入的一小块上。每个数字与覆盖它的权重相乘，乘积相加：得到输出的一个数。它只取决于这一小块，即它的局部感受野。</translation>
        </message>
        <message>
            <source>With stride 2 the kernel moves two cells at a time and jumps over every second place, so the output is smaller. Marked corners show where a window begins. The struck-out last row and column are never read: one more step would leave the input.</source>
            <translation>步幅为 2 时，卷积核每次移动两格，跳过每隔一个的位置，所以输出更小。标出的角是窗口开始的地方。划掉的最后一行和一列从不被读取：再走一步就会超出输入。</translation>
        </message>
        <message>
            <source>A ring of zeros, drawn dotted, lets the kernel stand on the edge too. With a 3 × 3 kernel, stride 1 and padding 1 the output is as large as the input.</source>
            <translation>一圈虚线画的零，让卷积核也能站在边上。3 × 3 的卷积核、步幅 1、填充 1 时，输出与输入一样大。</translation>
        </message>
        <message>
            <source>The same nine weights W and the same bias b serve every position: W·x + b. What the kernel finds in one place it finds everywhere, and few numbers are enough for any input. Change one weight and watch the whole output change.</source>
            <translation>同样的九个权重 W 和同一个偏置 b 用于每个位置：W·x + b。卷积核在一处能找到的，在哪里都能找到；不管输入多大，很少的数就够了。改变一个权重，看整个输出随之改变。</translation>
        </message>
        <message>
            <source>A colour picture has three channels: red, green and blue. A common mistake is that one kernel serves all of them. It does not: each channel has a kernel of its own, and the three sums and the bias are added to one number.</source>
            <translation>彩色图片有三个通道：红、绿、蓝。常见的误解是一个卷积核用于全部通道。并非如此：每个通道都有自己的卷积核，三个和与偏置相加成一个数。</translation>
        </message>
        <message>
            <source>Each output channel has a filter of its own: one kernel for every input channel, and one bias. Choose filter 0 or 1 at the right: the same input, other weights, another feature map.</source>
            <translation>每个输出通道都有自己的滤波器：每个输入通道一个卷积核，外加一个偏置。在右边选滤波器 0 或 1：同样的输入，不同的权重，得到另一个特征图。</translation>
        </message>
        <message>
            <source>All of this page is one line of PyTorch. Each slider at the left is one of its arguments; move them and the line below follows. The whole output is compared with PyTorch's after every change.</source>
            <translation>这一页的全部内容就是 PyTorch 的一行。左边每个滑块是它的一个参数；移动滑块，下面这行随之改变。每次改变后，完整输出都与 PyTorch 的比较。</translation>
        </message>
        <message>
            <source>Sobel's kernel takes the left from the right: it answers where your drawing gets brighter or darker sideways. Filter 1 is the same turned, for the other edges. Point at a pixel to see its numbers, and try Outline, Blur and Sharpen.</source>
            <translation>Sobel 卷积核用右边减去左边：你的画在横向变亮或变暗的地方，它就有反应。滤波器 1 是转过来的同一个核，用于另一方向的边缘。指向一个像素看它的数字，并试试轮廓、模糊和锐化。</translation>
        </message>
        <message>
            <source>These are the first filters of conv1 on the page Look inside, learned from MNIST, on your drawing. The network does the same in every layer, with more channels, and then ReLU: negative numbers become 0.</source>
            <translation>这些是“看内部”页上 conv1 的前几个滤波器，从 MNIST 学来，作用在你的画上。网络的每一层做的都是同样的事，只是通道更多，之后是 ReLU：负数变成 0。</translation>
        </message>
        <message>
            <source>Input 6 × 6, kernel 3 × 3, stride 2, no padding: how many rows has the output?</source>
            <translation>输入 6 × 6，卷积核 3 × 3，步幅 2，无填充：输出有几行？</translation>
        </message>
        <message>
            <source>Which padding keeps the size with a 5 × 5 kernel and stride 1?</source>
            <translation>5 × 5 卷积核、步幅 1 时，填充多少才能保持大小？</translation>
        </message>
        <message>
            <source>Input 8 × 8, kernel_size=3, stride=2, padding=1: how many rows has the output?</source>
            <translation>输入 8 × 8，kernel_size=3，stride=2，padding=1：输出有几行？</translation>
        </message>
        <message>
            <source>A 2 × 2 kernel: on how many numbers of the input does one number of the output depend?</source>
            <translation>卷积核 2 × 2：输出的一个数取决于输入的多少个数？</translation>
        </message>
        <message>
            <source>A 3 × 3 kernel with its bias reads a 100 × 100 input: how many parameters has it?</source>
            <translation>一个带偏置的 3 × 3 卷积核读取 100 × 100 的输入：它有多少个参数？</translation>
        </message>
        <message>
            <source>Three channels in, one filter: how many kernels has the filter?</source>
            <translation>三个输入通道，一个滤波器：这个滤波器有几个卷积核？</translation>
        </message>
        <message>
            <source>Three channels in, two out, 3 × 3 kernels: how many weights, without biases?</source>
            <translation>三个输入通道，两个输出通道，3 × 3 卷积核：不算偏置，有多少个权重？</translation>
        </message>
        <message>
            <source>What does Sobel's kernel answer where all nine numbers are 1?</source>
            <translation>在九个数都是 1 的地方，Sobel 卷积核的结果是多少？</translation>
        </message>
        <message>
            <source>conv1 has {0} filters of {1} × {1}: how many parameters, biases included?</source>
            <translation>conv1 有 {0} 个 {1} × {1} 的滤波器：连偏置一共有多少个参数？</translation>
        </message>
        <message>
            <source>Input {0} × {0}, kernel_size={1}, stride={2}, padding={3}: how many rows has the output?</source>
            <translation>输入 {0} × {0}，kernel_size={1}，stride={2}，padding={3}：输出有几行？</translation>
        </message>
        <message>
            <source>Which number comes into the cell with the question mark, out[{0}, {1}, {2}]?</source>
            <translation>带问号的格子 out[{0}, {1}, {2}] 里是哪个数？</translation>
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
            <source>Your drawing has one channel: ink. A picture in colour has three.</source>
            <translation>你的画有一个通道：墨迹。彩色图片有三个。</translation>
        </message>
        <message>
            <source>The picture has {0} channels: red, green and blue.</source>
            <translation>图片有 {0} 个通道：红、绿、蓝。</translation>
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
            <source>channels in</source>
            <translation>输入通道</translation>
        </message>
        <message>
            <source>in_channels: how many maps the input has, 3 for colour. Each gets a kernel of its own.</source>
            <translation>in_channels：输入有几个图，彩色为 3。每个都有自己的卷积核。</translation>
        </message>
        <message>
            <source>channels out</source>
            <translation>输出通道</translation>
        </message>
        <message>
            <source>out_channels: how many filters there are. Each makes one feature map of the output.</source>
            <translation>out_channels：有几个滤波器。每个产生输出的一个特征图。</translation>
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
            <source>A single 1 in the middle: the output is the input.</source>
            <translation>正中一个 1：输出就是输入。</translation>
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
        <message>
            <source>without padding</source>
            <translation>没有填充</translation>
        </message>
        <message>
            <source>framed by one ring of zeros (padding)</source>
            <translation>周围有一圈零(填充)</translation>
        </message>
        <message>
            <source>framed by {0} rings of zeros (padding)</source>
            <translation>周围有 {0} 圈零(填充)</translation>
        </message>
        <message>
            <source>Step by {0} (stride) over the input {1}.</source>
            <translation>在{1}的输入上每次移动 {0} 格(步幅)。</translation>
        </message>
        <message>
            <source>The same {0} weights serve every position.</source>
            <translation>同样的 {0} 个权重用于每个位置。</translation>
        </message>
        <message>
            <source>The same {0} weights and the same bias serve every position.</source>
            <translation>同样的 {0} 个权重和同一个偏置用于每个位置。</translation>
        </message>
        <message>
            <source>No kernel serves two channels: each of the {0} has its own.</source>
            <translation>没有哪个卷积核用于两个通道：{0} 个通道各有自己的。</translation>
        </message>
    </context>
    <context>
        <name>LayerCard</name>
        <message>
            <source>{0} × {1} × {1}</source>
            <translation>{0} × {1} × {1}</translation>
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
            <source>Feature maps
{0}</source>
            <translation>特征图
{0}</translation>
        </message>
        <message>
            <source>{0:,} parameters</source>
            <translation>{0:,} 个参数</translation>
        </message>
        <message>
            <source>Kernels
{0}, one a map</source>
            <translation>卷积核
{0} 个，每图一个</translation>
        </message>
        <message>
            <source>Kernels into map {0}
{1} of {2:,}</source>
            <translation>通向图 {0} 的卷积核
{2:,} 个中的 {1} 个</translation>
        </message>
    </context>
    <context>
        <name>LinearCard</name>
        <message>
            <source>Weights of the linear layer</source>
            <translation>线性层的权重</translation>
        </message>
        <message>
            <source>How much each value of the last maps speaks for (orange) or against (purple) this digit.</source>
            <translation>最后一层图的每个值在多大程度上支持(橙色)或反对(紫色)这个数字。</translation>
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
            <source>{0:,} parameters</source>
            <translation>{0:,} 个参数</translation>
        </message>
        <message>
            <source>Outputs
10, before softmax</source>
            <translation>输出
10 个，softmax 之前</translation>
        </message>
        <message>
            <source>Weights into output {0}
{1} × {2} × {2}</source>
            <translation>通向输出 {0} 的权重
{1} × {2} × {2}</translation>
        </message>
        <message>
            <source>map {0}, row {1}, column {2}
weight {3:+.3f}</source>
            <translation>图 {0}，行 {1}，列 {2}
权重 {3:+.3f}</translation>
        </message>
    </context>
    <context>
        <name>LookPage</name>
        <message>
            <source>The network is being loaded…</source>
            <translation>正在载入网络…</translation>
        </message>
        <message>
            <source>Point at a map: its filter, and what a pixel reads. Click a pixel: where its number comes from.</source>
            <translation>指向一个图：它的滤波器，以及一个像素读取什么。点击一个像素：它的数从何而来。</translation>
        </message>
        <message>
            <source>Scale of the colours</source>
            <translation>颜色的尺度</translation>
        </message>
        <message>
            <source>What the brightest colour stands for: the largest number of each map, of the layer (so that its maps can be compared), or of the whole network.</source>
            <translation>最亮的颜色代表什么：每个图的最大数、该层的最大数(这样各图可以比较)，或整个网络的最大数。</translation>
        </message>
        <message>
            <source>per map</source>
            <translation>每图</translation>
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
            <source>Colour scale</source>
            <translation>颜色尺度</translation>
        </message>
        <message>
            <source>map {0}{1}
row {2}, column {3}</source>
            <translation>图 {0}{1}
行 {2}，列 {3}</translation>
        </message>
        <message>
            <source>map {0} reads channel {1}
weights {2:+.2f} … {3:+.2f}</source>
            <translation>图 {0} 读取通道 {1}
权重 {2:+.2f} … {3:+.2f}</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Draw, and see every layer (Ctrl+{0})</source>
            <translation>画数字，看每一层 (Ctrl+{0})</translation>
        </message>
        <message>
            <source>Look inside</source>
            <translation>看内部</translation>
        </message>
        <message>
            <source>Try each idea on small numbers (Ctrl+{0})</source>
            <translation>用小数字试验每个概念 (Ctrl+{0})</translation>
        </message>
        <message>
            <source>Convolution lab</source>
            <translation>卷积实验室</translation>
        </message>
        <message>
            <source>Train a new network and watch it learn (Ctrl+{0})</source>
            <translation>训练一个新网络，看它学习 (Ctrl+{0})</translation>
        </message>
        <message>
            <source>Train</source>
            <translation>训练</translation>
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
            <source>Retrain</source>
            <translation>重新训练</translation>
        </message>
        <message>
            <source>a new network is waiting: keep or revert?</source>
            <translation>有一个新网络在等待：保留还是还原？</translation>
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
            <source>{0:.2f} % MNIST</source>
            <translation>MNIST {0:.2f} %</translation>
        </message>
        <message>
            <source>{0:,} parameters</source>
            <translation>{0:,} 个参数</translation>
        </message>
    </context>
    <context>
        <name>Menu</name>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>重做</translation>
        </message>
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
            <source>About ConvPad</source>
            <translation>关于 ConvPad</translation>
        </message>
        <message>
            <source>Open weights</source>
            <translation>打开权重</translation>
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
            <translation>贡献最大的一项，(行, 列)</translation>
        </message>
        <message>
            <source>{0} · map {1} · ({2}, {3})</source>
            <translation>{0} · 图 {1} · ({2}, {3})</translation>
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
        <name>Session</name>
        <message>
            <source>The shipped weights are never overwritten; choose another name.</source>
            <translation>自带的权重从不被覆盖；请换一个名字。</translation>
        </message>
        <message>
            <source>There is no picture there; copy or drop a picture file.</source>
            <translation>那里没有图片；请复制或拖入一个图片文件。</translation>
        </message>
    </context>
    <context>
        <name>StepsDialog</name>
        <message>
            <source>From ink to image</source>
            <translation>从墨迹到图像</translation>
        </message>
        <message>
            <source>1 · Crop</source>
            <translation>1 · 裁剪</translation>
        </message>
        <message>
            <source>the smallest box around the ink</source>
            <translation>墨迹的最小外框</translation>
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
            <source>MNIST's digits were made this way. A network that learned from them reads a drawing best when it goes through the same steps; then neither place nor size matters.</source>
            <translation>MNIST 的数字就是这样制作的。从它们学习的网络，在画经过同样步骤时读得最好；这样位置和大小都无关紧要。</translation>
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
            <source>before ReLU</source>
            <translation>ReLU 之前</translation>
        </message>
        <message>
            <source>after ReLU</source>
            <translation>ReLU 之后</translation>
        </message>
        <message>
            <source>the pool's largest</source>
            <translation>池化窗口的最大值</translation>
        </message>
        <message>
            <source>in the map</source>
            <translation>图中的值</translation>
        </message>
        <message>
            <source> and </source>
            <translation> 和 </translation>
        </message>
        <message>
            <source>✓ equals PyTorch's value ({0})</source>
            <translation>✓ 与 PyTorch 的值相等 ({0})</translation>
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
            <source>so {0} × {0} pixels: the image's
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
            <source>examples: {0}</source>
            <translation>样例：{0}</translation>
        </message>
        <message>
            <source>My examples, {0}</source>
            <translation>我的样例，{0}</translation>
        </message>
    </context>
    <context>
        <name>TrainPage</name>
        <message>
            <source>Not training</source>
            <translation>没有在训练</translation>
        </message>
        <message>
            <source>Recipe</source>
            <translation>配方</translation>
        </message>
        <message>
            <source>Quick</source>
            <translation>快速</translation>
        </message>
        <message>
            <source>A small network, one pass over MNIST: seconds.</source>
            <translation>小网络，过一遍 MNIST：几秒钟。</translation>
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
            <source>A larger network, with digits changed as other hands write them: about a minute.</source>
            <translation>更大的网络，数字按别人的笔迹变化：约一分钟。</translation>
        </message>
        <message>
            <source>Makes the shipped weights again: about half an hour.</source>
            <translation>重新做出自带的权重：约半小时。</translation>
        </message>
        <message>
            <source>epochs: {0} · {1:,} parameters</source>
            <translation>轮数：{0} · {1:,} 个参数</translation>
        </message>
        <message>
            <source>Retrain</source>
            <translation>重新训练</translation>
        </message>
        <message>
            <source>Train a new network on MNIST in the background; you can go on drawing (Ctrl+T)</source>
            <translation>在后台用 MNIST 训练一个新网络；可以继续画 (Ctrl+T)</translation>
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
            <source>After training: MNIST test set</source>
            <translation>训练之后：MNIST 测试集</translation>
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
            <source>Keep</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>Use the new network from now on and save it</source>
            <translation>从现在起使用新网络并保存它</translation>
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
            <source>Training progress</source>
            <translation>训练进度</translation>
        </message>
        <message>
            <source>Loss of each step and accuracy on validation digits</source>
            <translation>每一步的损失，以及验证数字的准确率</translation>
        </message>
        <message>
            <source>Start a run and the curves are drawn here.</source>
            <translation>开始训练后，曲线会画在这里。</translation>
        </message>
        <message>
            <source>Your drawing, as the network sees it now</source>
            <translation>你的画，网络现在看到的样子</translation>
        </message>
        <message>
            <source>Kernels of the first layer</source>
            <translation>第一层的卷积核</translation>
        </message>
        <message>
            <source>They take shape as the network learns.</source>
            <translation>它们随着网络的学习而成形。</translation>
        </message>
        <message>
            <source>Feature maps of the first layer</source>
            <translation>第一层的特征图</translation>
        </message>
        <message>
            <source>What these kernels find in your drawing.</source>
            <translation>这些卷积核在你的画里找到什么。</translation>
        </message>
        <message>
            <source>Probabilities now</source>
            <translation>现在的概率</translation>
        </message>
        <message>
            <source>The answer to your drawing at this step.</source>
            <translation>这一步对你的画的回答。</translation>
        </message>
        <message>
            <source>conv1 · kernels</source>
            <translation>conv1 · 卷积核</translation>
        </message>
        <message>
            <source>conv1 · feature maps</source>
            <translation>conv1 · 特征图</translation>
        </message>
        <message>
            <source>Reading MNIST…</source>
            <translation>正在读取 MNIST…</translation>
        </message>
        <message>
            <source>epoch {0} of {1} · step {2:,} of {3:,}</source>
            <translation>第 {0} 轮，共 {1} 轮 · 第 {2:,} 步，共 {3:,} 步</translation>
        </message>
        <message>
            <source>{0:,.0f} images/s · {1} left</source>
            <translation>{0:,.0f} 张/秒 · 还剩 {1}</translation>
        </message>
        <message>
            <source>Measuring on the test set…</source>
            <translation>正在用测试集检验…</translation>
        </message>
        <message>
            <source>validation {0:.2f} %</source>
            <translation>验证 {0:.2f} %</translation>
        </message>
        <message>
            <source>Stopped; the network from before is back</source>
            <translation>已停止；之前的网络已恢复</translation>
        </message>
        <message>
            <source>Done: keep the new network, or revert?</source>
            <translation>完成：保留新网络，还是还原？</translation>
        </message>
        <message>
            <source>learning from your examples…</source>
            <translation>正在用你的样例学习…</translation>
        </message>
        <message>
            <source>training · {0}</source>
            <translation>训练 · {0}</translation>
        </message>
        <message>
            <source>training · epoch {0} of {1} · {2} %</source>
            <translation>训练 · 第 {0} 轮，共 {1} 轮 · {2} %</translation>
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
            <source>Put this kernel in place of the filter's own, scaled so that no weight is beyond 1</source>
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
            <source>Make this channel 0 everywhere and see what is missing</source>
            <translation>让这个通道处处为 0，看少了什么</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
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
            <source>all channels</source>
            <translation>所有通道</translation>
        </message>
        <message>
            <source>in {0}</source>
            <translation>输入 {0}</translation>
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
            <source>changed by hand</source>
            <translation>已手动改变</translation>
        </message>
        <message>
            <source>in {0}, row {1}, column {2}</source>
            <translation>输入 {0}，行 {1}，列 {2}</translation>
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
</TS>
