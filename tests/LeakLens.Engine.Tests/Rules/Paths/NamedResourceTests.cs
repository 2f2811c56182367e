using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Paths;
using LeakLens.Python.Parsing;
using LeakLens.Python.Syntax;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Tests.Rules.Paths;

/// <summary>What becomes of <c>f = take()</c>: closed, handed over, or missed on a way.</summary>
public sealed class NamedResourceTests
{
    [Theory]
    [InlineData("f = take()\nf.close()\n", "")]
    [InlineData("f = take()\nf.read()\nf.close()\n", "Exception 2")]
    [InlineData("f = take()\nwith f:\n  f.read()\n", "")]
    [InlineData("from contextlib import closing\nf = take()\nwith closing(f) as g:\n  g.read()\n", "")]
    [InlineData("f = take()\ntry:\n  f.read()\nfinally:\n  if f is not None:\n    f.close()\n", "")]
    [InlineData("f = take()\ntry:\n  f.read()\nfinally:\n  if f and x:\n    f.close()\n", "End 5")]
    [InlineData("f = None\ntry:\n  f = take()\n  f.read()\nfinally:\n  if f:\n    f.close()\n", "")]
    [InlineData("f = take()\nx = f[0]\n", "End 2")]
    public void Released_or_missed(string program, string misses) => Check(program, misses);

    [Theory]
    [InlineData("f = take()\nbox.f = f\n")]
    [InlineData("f = take()\ng = f if x else None\n")]
    [InlineData("f = take()\nbox[1] = [f]\n")]
    [InlineData("f = take()\nkeep(f)\n")]
    [InlineData("f = take()\nkeep(file=f)\n")]
    [InlineData("f = take()\nregister(f.close)\n")]
    [InlineData("f = take()\ndef g():\n  f.close()\n")]
    [InlineData("f = take()\ng = lambda: f\n")]
    public void Handed_over(string program) => Check(program, "", isHandedOver: true);

    [Theory]
    [InlineData("if x:\n  f = take()\nwork = 1\nif x:\n  f.close()\n", "")]
    [InlineData("if x and y.z:\n  f = take()\nif y.z:\n  f.close()\n", "Exception 3")]
    [InlineData("if x:\n  f = take()\nif not x:\n  f.close()\n", "End 3")]
    [InlineData("taken = False\nif x:\n  f = take()\n  taken = True\nif taken:\n  f.close()\n", "")]
    [InlineData("def g(x):\n  if not x:\n    return\n  f = take()\n  if x:\n    f.close()\n", "")]
    [InlineData("if x is None:\n  f = take()\nif x is None or y:\n  f.close()\n", "")]
    public void Under_one_condition(string program, string misses) => Check(program, misses);

    private static void Check(string program, string misses, bool isHandedOver = false)
    {
        var tree = SyntaxTree.Parse(SourceText.From(program));
        tree.Errors.ShouldBeEmpty();
        var code = CodeMap.Of(tree, CancellationToken.None);
        var acquisition = code.Calls.Single(static call => call.Function is Name { Id: "take" });
        var flow = FlowGraph.Of(code.FunctionAround(acquisition) ?? tree.Root, tree.GetQualifiedNames(), CancellationToken.None);
        var question = new NamedResource("f", acquisition, static method => method is "close", code);
        var answer = PathSearch.Ask(flow, flow.PointsOf(acquisition, code), question, CancellationToken.None);

        string.Join(", ", answer.Misses.Select(miss => $"{miss.End} {tree.Text.Lines.GetLine(miss.Node.Start) + 1}")).ShouldBe(misses);
        answer.IsHandedOver.ShouldBe(isHandedOver);
    }
}
