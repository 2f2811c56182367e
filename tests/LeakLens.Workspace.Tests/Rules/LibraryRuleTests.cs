using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Python.Text;
using LeakLens.Workspace.Rules;

namespace LeakLens.Workspace.Tests.Rules;

/// <summary>How loud the rules about libraries are, and what makes them silent.</summary>
public sealed class LibraryRuleTests
{
    private const string Pyplot = "import matplotlib.pyplot as plt\n";
    private const string Torch = "import torch\n";
    private const string Sessions = "from sqlalchemy.orm import Session, sessionmaker\n";

    [Theory]
    [InlineData("def f(xs):\n    for x in xs:\n        fig = plt.figure()\n        fig.savefig(x)\n", FindingLevel.Warning)]
    [InlineData("def f(x):\n    fig = plt.figure()\n    fig.savefig(x)\n", FindingLevel.Note)]
    [InlineData("def f(x):\n    fig = plt.figure()\n    fig.savefig(x)\n\nfor x in open('names'):\n    f(x)\n", FindingLevel.Warning)]
    [InlineData("def f(x):\n    fig = plt.figure()\n    fig.savefig(x)\n\nf('a')\n", null)]
    [InlineData("def f(x):\n    fig = plt.figure()\n    fig.savefig(x)\n\nasync def at_end(x):\n    f(x)\n", FindingLevel.Note)]
    [InlineData("def f(x):\n    fig = plt.figure()\n    fig.savefig(x)\n\nasync def run(xs):\n    async for x in xs:\n        f(x)\n", FindingLevel.Warning)]
    [InlineData("for x in ('a', 'b'):\n    fig = plt.figure()\n    fig.savefig(x)\n", null)]
    [InlineData("for x in range(1000):\n    fig = plt.figure()\n    fig.savefig(str(x))\n", FindingLevel.Warning)]
    [InlineData("for x in range(5):\n    fig = plt.figure()\n    fig.savefig(str(x))\n", null)]
    [InlineData("def f(xs):\n    for x in xs:\n        fig = plt.figure()\n        fig.savefig(x)\n        plt.close()\n", null)]
    [InlineData("def f(xs):\n    for x in xs:\n        fig = plt.figure()\n        fig.savefig(x)\n    plt.show()\n", null)]
    [InlineData("def f(xs):\n    for x in xs:\n        fig = plt.figure()\n        fig.savefig(x)\n    plt.show(block=False)\n", FindingLevel.Warning)]
    [InlineData("def f(xs):\n    for x in xs:\n        fig = plt.figure('one')\n        fig.savefig(x)\n", null)]
    [InlineData("def f(x):\n    fig = plt.figure()\n    fig.savefig(x)\n    return fig\n", null)]
    [InlineData("def f(x):\n    fig = plt.figure()\n    fig.savefig(x)\n    keep(fig)\n", null)]
    [InlineData("class A:\n    def f(self, xs):\n        for x in xs:\n            fig, self.ax = plt.subplots()\n            fig.savefig(x)\n", null)]
    public void Figures(string code, FindingLevel? expected) => LevelOf("LL901", Pyplot + code).ShouldBe(expected);

    [Theory]
    [InlineData("def f(m, xs):\n    t = 0\n    for x in xs:\n        l = m(x)\n        l.backward()\n        t += l\n", FindingLevel.Warning)]
    [InlineData("def f(m, xs):\n    t = 0\n    for x in xs:\n        l = m(x)\n        l.backward()\n        t = t + l * 2\n", FindingLevel.Warning)]
    [InlineData("def f(m, xs):\n    t = 0\n    for x in xs:\n        l = m(x)\n        l.backward()\n        t += l.detach()\n", null)]
    [InlineData("def f(m, xs):\n    t = 0\n    for x in xs:\n        l = m(x)\n        l.backward()\n        t += float(l)\n", null)]
    [InlineData("def f(m, xs):\n    for x in xs:\n        t = 0\n        l = m(x)\n        l.backward()\n        t += l\n", null)]
    [InlineData("class A:\n    def f(self, m, xs):\n        for x in xs:\n            l = m(x)\n            l.backward()\n            self.all.append(l)\n", FindingLevel.Warning)]
    [InlineData("def f(m, xs):\n    t = 0\n    for x in xs:\n        t += m(x)\n", null)]
    [InlineData("def f(m, xs):\n    m.eval()\n    o = []\n    for x in xs:\n        o.append(m(x))\n    return o\n", FindingLevel.Warning)]
    [InlineData("def f(m, xs):\n    m.eval()\n    o = []\n    for x in xs:\n        o.append(m(x).argmax())\n    return o\n", null)]
    [InlineData("def g(m, xs):\n    m.eval()\n    o = []\n    for x in xs:\n        o.append(m(x))\n    return o\n\ndef f(m, xs):\n    with torch.no_grad():\n        return g(m, xs)\n", null)]
    [InlineData("torch.set_grad_enabled(False)\n\ndef f(m, xs):\n    m.eval()\n    o = []\n    for x in xs:\n        o.append(m(x))\n    return o\n", null)]
    public void Histories(string code, FindingLevel? expected) => LevelOf("LL903", Torch + code).ShouldBe(expected);

    [Theory]
    [InlineData("def f(e):\n    s = Session(e)\n    return s.scalar('x').name\n", FindingLevel.Note)]
    [InlineData("def f(es):\n    for e in es:\n        s = Session(e)\n        print(s.scalar('x'))\n", FindingLevel.Warning)]
    [InlineData("def f(e):\n    s = Session(e)\n    s.scalar('x')\n    s.close()\n", null)]
    [InlineData("def f(e):\n    s = Session(e)\n    return s\n", null)]
    [InlineData("def f(e):\n    s = Session(e)\n    yield s\n", null)]
    [InlineData("M = sessionmaker()\n\ndef f():\n    s = M()\n    print(s.scalar('x'))\n", FindingLevel.Note)]
    [InlineData("class A:\n    def __init__(self, e):\n        self.make = sessionmaker(e)\n\n    def f(self):\n        s = self.make()\n        print(s.scalar('x'))\n", FindingLevel.Note)]
    [InlineData("import alembic\n\ndef f(e):\n    s = Session(e)\n    print(s.scalar('x'))\n", null)]
    [InlineData("def f(s: Session, rows):\n    while True:\n        s.add(next(rows))\n", FindingLevel.Warning)]
    [InlineData("def f(s: Session, rows):\n    for row in rows:\n        s.add(row)\n", FindingLevel.Note)]
    [InlineData("def f(s: Session, rows):\n    for row in rows:\n        s.add(row)\n        s.commit()\n", null)]
    [InlineData("def f(s, rows):\n    for row in rows:\n        s.add(row)\n", null)]
    public void Records(string code, FindingLevel? expected) => LevelOf("LL904", Sessions + code).ShouldBe(expected);

    [Theory]
    [InlineData("KEPT = []\nfor n in range(1000):\n    KEPT.append(np.zeros((1000, 100))[0])\n", FindingLevel.Error)]
    [InlineData("KEPT = []\nfor n in range(20):\n    KEPT.append(np.zeros((1000, 100))[0])\n", FindingLevel.Warning)]
    [InlineData("KEPT = []\nfor n in range(20):\n    KEPT.append(np.zeros((1000, 10))[0])\n", FindingLevel.Warning)]
    [InlineData("KEPT = []\nfor n in range(2):\n    KEPT.append(np.zeros((1000, 10))[0])\n", FindingLevel.Note)]
    [InlineData("def f():\n    kept = []\n    for n in range(20):\n        kept.append(np.zeros((1000, 100))[0])\n    return kept\n\nprint(len(f()))\n", null)]
    [InlineData("KEPT = []\ndef f():\n    KEPT.append(np.zeros(100_000)[:10])\n", FindingLevel.Warning)]
    [InlineData("KEPT = []\ndef f():\n    KEPT.append(np.zeros(100_000)[:10])\n    KEPT.pop(0)\n", null)]
    [InlineData("KEPT = []\nwhile True:\n    KEPT.append(np.zeros(100_000)[:10])\n", null)]
    [InlineData("def f(paths):\n    kept = []\n    for path in paths:\n        kept.append(np.load(path)[0])\n    return kept\n", FindingLevel.Note)]
    [InlineData("def f(paths):\n    kept = []\n    for path in paths:\n        kept.append(np.load(path)[0])\n    print(len(kept))\n", FindingLevel.Note)]
    [InlineData("def f(paths):\n    kept = []\n    for path in paths:\n        kept.append(np.load(path)[0].copy())\n    return kept\n", null)]
    [InlineData("def f(paths):\n    kept = []\n    for path in paths:\n        table = np.load(path)\n        kept.append((table, table[0]))\n    return kept\n", null)]
    [InlineData("def f(path):\n    kept = []\n    table = np.load(path)\n    for n in range(1000):\n        kept.append(table[:3])\n    return kept\n", null)]
    [InlineData("def f():\n    kept = []\n    for path in ('a', 'b'):\n        kept.append(np.load(path)[0])\n    return kept\n", null)]
    [InlineData("KEPT = {}\ndef f(path):\n    KEPT[path] = np.load(path)[0]\n", FindingLevel.Note)]
    [InlineData("KEPT = {}\ndef f(path):\n    KEPT[path] = np.load(path)[0]\n\ndef g(path):\n    KEPT.pop(path)\n", null)]
    [InlineData("def f(path):\n    for event, element in ElementTree.iterparse(path):\n        print(element.tag)\n", FindingLevel.Note)]
    [InlineData("def f(path):\n    for event, element in ElementTree.iterparse(path):\n        print(element.tag)\n        element.clear()\n", null)]
    [InlineData("def f(path):\n    for event, element in ElementTree.iterparse(path):\n        element.tag = element.tag.lower()\n    return element.find('a')\n", null)]
    [InlineData("def f(paths):\n    kept = []\n    for path in paths:\n        kept.append(np.fromfile(path)[0])\n    return kept\n", null)]
    [InlineData("def f(paths):\n    kept = []\n    for path in paths:\n        kept.append(np.fromfile(path)[:3])\n    return kept\n", FindingLevel.Warning)]
    [InlineData("def f(paths):\n    kept = []\n    for path in paths:\n        kept.append(np.fromfile(path, 'f8', 10)[:3])\n    return kept\n", null)]
    public void Views(string code, FindingLevel? expected) => LevelOf("LL902", "import numpy as np\nimport xml.etree.ElementTree as ElementTree\n" + code).ShouldBe(expected);

    private static FindingLevel? LevelOf(string rule, string text) =>
        Analyzer.Analyze(SourceText.From(text), new AnalysisOptions(RuleCatalogue.BuiltIn.RuleSet)).Findings.FirstOrDefault(finding => finding.Rule.Id == rule)?.Level;
}
