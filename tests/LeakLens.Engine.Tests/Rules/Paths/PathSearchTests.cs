using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Paths;
using LeakLens.Python.Parsing;
using LeakLens.Python.Syntax;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Tests.Rules.Paths;

/// <summary>On which ways <c>release()</c> is missed after <c>acquire()</c>: the kind of each way and the line that tells it apart.</summary>
public sealed class PathSearchTests
{
    [Theory]
    [InlineData("acquire()\nrelease()\n", "")]
    [InlineData("acquire()\n", "End 1")]
    [InlineData("acquire()\nwork()\nrelease()\n", "Exception 2")]
    [InlineData("acquire()\nx = y + 1\nrelease()\n", "")]
    [InlineData("acquire()\nif x:\n  release()\n", "End 2")]
    [InlineData("acquire()\nif x:\n  release()\nelse:\n  release()\n", "")]
    [InlineData("acquire()\nfor x in (1, 2):\n  release()\n", "End 2")]
    [InlineData("acquire()\nwhile True:\n  if x:\n    break\nrelease()\n", "")]
    [InlineData("acquire()\nwhile True:\n  pass\n", "")]
    [InlineData("acquire()\nmatch x:\n  case 1:\n    release()\n  case _:\n    release()\n", "")]
    [InlineData("acquire()\nmatch x:\n  case 1:\n    release()\n", "End 3")]
    [InlineData("acquire()\nassert x\nrelease()\n", "Raise 2")]
    [InlineData("for x in (1, 2):\n  acquire()\nrelease()\n", "Again 2")]
    [InlineData("import sys\nacquire()\nif x:\n  sys.exit(1)\nrelease()\n", "")]
    public void Through_a_module(string program, string misses) => Check(program, misses);

    [Theory]
    [InlineData("  acquire()\n  if x:\n    return 1\n  release()\n", "Return 4")]
    [InlineData("  acquire()\n  if x:\n    raise ValueError(x)\n  release()\n", "Raise 4")]
    [InlineData("  acquire()\n  for x in (1, 2):\n    if x:\n      break\n  else:\n    release()\n", "End 4")]
    [InlineData("  acquire()\n  for x in (1, 2):\n    if x:\n      continue\n    release()\n", "End 3")]
    [InlineData("  acquire()\n  for x in rows:\n    pass\n  release()\n", "Exception 3")]
    [InlineData("  acquire()\n  yield x\n  release()\n", "Exception 3")]
    [InlineData("  acquire()\n  return work()\n", "Return 3")]
    [InlineData("  def inner():\n    acquire()\n  release()\n", "End 3")]
    public void Through_a_function(string body, string misses) => Check("def f(x):\n" + body, misses);

    [Theory]
    [InlineData("  acquire()\n  try:\n    return work()\n  finally:\n    release()\n", "")]
    [InlineData("  acquire()\n  try:\n    work()\n  except ValueError:\n    pass\n  release()\n", "Exception 4")]
    [InlineData("  acquire()\n  try:\n    work()\n  except Exception:\n    pass\n  release()\n", "")]
    [InlineData("  acquire()\n  try:\n    raise ValueError\n  except ValueError:\n    pass\n  release()\n", "")]
    [InlineData("  acquire()\n  try:\n    raise ValueError\n  except KeyError:\n    pass\n  release()\n", "Raise 4")]
    [InlineData("  try:\n    acquire()\n    work()\n    release()\n  except OSError:\n    pass\n", "Exception 4")]
    [InlineData("  try:\n    acquire()\n  except OSError:\n    return None\n  release()\n", "")]
    [InlineData("  try:\n    if x:\n      return None\n    acquire()\n  finally:\n    log = x\n  release()\n", "")]
    [InlineData("  acquire()\n  try:\n    work()\n  except:\n    release()\n    raise\n  release()\n", "")]
    [InlineData("  acquire()\n  try:\n    work()\n  except:\n    raise\n  release()\n", "Exception 4")]
    [InlineData("  acquire()\n  try:\n    work()\n  except* OSError:\n    pass\n  else:\n    release()\n", "Exception 4")]
    [InlineData("  for x in (1, 2):\n    acquire()\n    try:\n      if x:\n        continue\n      work()\n    finally:\n      release()\n", "")]
    [InlineData("  acquire()\n  try:\n    x = 1\n  finally:\n    work()\n    release()\n", "Exception 6")]
    public void Through_a_try(string body, string misses) => Check("def f(x):\n" + body, misses);

    [Theory]
    [InlineData("  with acquire():\n    work()\n", "")]
    [InlineData("  with lock, acquire() as a:\n    return work()\n", "")]
    [InlineData("  import contextlib\n  with contextlib.suppress(Exception):\n    acquire()\n    work()\n    release()\n", "Exception 5")]
    [InlineData("  with lock:\n    acquire()\n    release()\n", "")]
    public void Through_a_with(string body, string misses) => Check("def f(x):\n" + body, misses);

    [Fact]
    public void Linear_in_what_is_nested()
    {
        const int Depth = 90;
        var lines = Enumerable.Range(0, Depth).SelectMany(depth => (string[])[Indent(depth) + "try:", Indent(depth + 1) + "work()"]);
        var nestedTries = string.Join('\n', lines) + "\n" + string.Concat(Enumerable.Range(0, Depth).Reverse().Select(depth => $"{Indent(depth)}finally:\n{Indent(depth + 1)}more()\n"));
        CountOf(nestedTries).ShouldBeLessThan(20 * Depth);

        var nestedFinals = string.Concat(Enumerable.Range(0, Depth).Select(depth => $"{Indent(depth)}try:\n{Indent(depth + 1)}work()\n{Indent(depth)}finally:\n")) + Indent(Depth) + "more()\n";
        CountOf(nestedFinals).ShouldBeLessThan(100 * Depth);

        CountOf("with " + string.Join(", ", Enumerable.Repeat("a", 20_000)) + ":\n  work()\n").ShouldBeLessThan(200_000);
        CountOf("if a:\n  b()\n" + string.Concat(Enumerable.Repeat("elif c:\n  d()\n", 900))).ShouldBeLessThan(5_000);
    }

    [Fact]
    public void Stops_when_asked()
    {
        var tree = SyntaxTree.Parse(SourceText.From("work()\n"));
        Should.Throw<OperationCanceledException>(() => FlowGraph.Of(tree.Root, tree.GetQualifiedNames(), new CancellationToken(canceled: true)));
    }

    private static string Indent(int depth) => new(' ', depth);

    private static int CountOf(string program)
    {
        var tree = SyntaxTree.Parse(SourceText.From(program));
        return FlowGraph.Of(tree.Root, tree.GetQualifiedNames(), CancellationToken.None).Count;
    }

    private static void Check(string program, string misses)
    {
        var tree = SyntaxTree.Parse(SourceText.From(program));
        tree.Errors.ShouldBeEmpty();
        var code = CodeMap.Of(tree, CancellationToken.None);
        var acquisition = code.Calls.Single(static call => IsCallOf(call, "acquire"));
        var flow = FlowGraph.Of(code.FunctionAround(acquisition) ?? tree.Root, tree.GetQualifiedNames(), CancellationToken.None);
        var answer = PathSearch.Ask(flow, flow.PointsOf(acquisition, code), new ReleaseCall(), CancellationToken.None);

        string.Join(", ", answer.Misses.Select(miss => $"{miss.End} {tree.Text.Lines.GetLine(miss.Node.Start) + 1}")).ShouldBe(misses);
    }

    private static bool IsCallOf(Call call, string name) => call.Function is Name function && function.Id == name;

    /// <summary>A call of <c>release</c> releases, and so does a <c>with</c> over the acquisition.</summary>
    private sealed class ReleaseCall : PathQuestion
    {
        public override PathEffect EffectOf(FlowPoint point)
        {
            var isLeft = point is { Kind: FlowPointKind.Leave, Node: WithItem { Context: Call manager } } && IsCallOf(manager, "acquire");
            return isLeft || point.Calls.Any(static call => IsCallOf(call, "release")) ? PathEffect.Release : PathEffect.None;
        }
    }
}
