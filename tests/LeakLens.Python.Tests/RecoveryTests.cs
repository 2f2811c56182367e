using LeakLens.Python.Parsing;
using LeakLens.Python.Syntax;
using LeakLens.Python.Text;

namespace LeakLens.Python.Tests;

/// <summary>A wrong statement costs that statement: what stands around it keeps its tree, and there is one error.</summary>
public sealed class RecoveryTests
{
    [Theory]
    [InlineData("def f(")]
    [InlineData("def f(a, b")]
    [InlineData("def f(:\n    pass")]
    [InlineData("class C(")]
    [InlineData("foo.")]
    [InlineData("for x in")]
    [InlineData("if x")]
    [InlineData("while x\n    pass")]
    [InlineData("foo(")]
    [InlineData("foo(1,\n    2,")]
    [InlineData("x = [1, 2")]
    [InlineData("x = {'a': [1, (2")]
    [InlineData("x = ")]
    [InlineData("x = 'abc")]
    [InlineData("x = f'abc")]
    [InlineData("x = f'abc {y'")]
    [InlineData("x = f'abc {y")]
    [InlineData("x = \"\"\"abc")]
    [InlineData("import")]
    [InlineData("from x import")]
    [InlineData("from x import (a, b")]
    [InlineData("x = 1 +")]
    [InlineData("else:\n    x = 1")]
    [InlineData("    x = 1")]
    [InlineData("print x")]
    [InlineData("exec x")]
    [InlineData("a b")]
    [InlineData("a $ b")]
    [InlineData("@")]
    [InlineData("lambda x")]
    [InlineData("try:\n    x = 1")]
    [InlineData("with open(x as f:\n    pass")]
    [InlineData("match x:\n    pass")]
    [InlineData("match x:\n    case [1, 2:\n        pass")]
    [InlineData("x = (yield")]
    [InlineData("del")]
    [InlineData("f(a for a in b, c)")]
    [InlineData("f() = 1")]
    [InlineData("x = 1__0")]
    [InlineData("x = '\\x4'")]
    [InlineData("if x:\npass")]
    [InlineData("print 'a %s' % (b,\n    c)")]
    [InlineData("print f'{a} b {{c'")]
    [InlineData("print f\"{a['b']} c\", d")]
    [InlineData("a b(c,\n    d)")]
    [InlineData("a b(c, \"\"\"\nd\n\"\"\")")]
    [InlineData("a(b c, \"\"\"\nd\n\"\"\")")]
    [InlineData("a(b c, f\"\"\"\n{d}\n\"\"\")")]
    [InlineData("a = [\n    1,\n    2 3,\n]")]
    [InlineData("a)(")]
    [InlineData("a = b]")]
    [InlineData("def f(a, , b):\n    pass")]
    [InlineData("async x")]
    [InlineData("match x y:\n    case 1:\n        pass")]
    [InlineData("raise E, 'x'")]
    [InlineData("x = `y`")]
    [InlineData("x <> y")]
    [InlineData("x = 0777")]
    [InlineData("x = 10L")]
    [InlineData("def f((a, b)): pass")]
    [InlineData("x = ur'y'")]
    public void Costs_one_statement(string broken)
    {
        var text = $"before = 1\n{broken}\nafter = 2\ndef g():\n    return before\n";
        var tree = SyntaxTree.Parse(SourceText.From(text));
        tree.Errors.Length.ShouldBe(1, string.Join('\n', tree.Errors));
        tree.Root.Body[0].ShouldBeOfType<Assign>().Targets[0].ShouldBeOfType<Name>().Id.ShouldBe("before");
        tree.Root.Body[^2].ShouldBeOfType<Assign>().Targets[0].ShouldBeOfType<Name>().Id.ShouldBe("after");
        tree.Root.Body[^1].ShouldBeOfType<FunctionDef>().Body[0].ShouldBeOfType<Return>();
    }

    [Theory]
    [InlineData("def f(a, , b):")]
    [InlineData("def f(a, b")]
    [InlineData("def f(a, b:")]
    [InlineData("def f(a $ b):")]
    [InlineData("def f f(a):")]
    [InlineData("def (a):")]
    [InlineData("def f:")]
    [InlineData("def f(a=):")]
    [InlineData("def f(a,\n      , b):")]
    [InlineData("async def f(a, , b):")]
    [InlineData("@a\ndef f(a, , b):")]
    [InlineData("class C(A:")]
    [InlineData("class C(A")]
    [InlineData("class C(A B):")]
    [InlineData("if foo(a")]
    [InlineData("if foo(a:")]
    [InlineData("if foo(a b):")]
    [InlineData("if (a and and b):")]
    [InlineData("if a")]
    [InlineData("if a b:")]
    [InlineData("if:")]
    [InlineData("if a[0:")]
    [InlineData("while (a b:")]
    [InlineData("for x in (a b):")]
    [InlineData("for x in range(10:")]
    [InlineData("for x")]
    [InlineData("with open(x as f:")]
    [InlineData("with open(x) as:")]
    [InlineData("with open(x) as f")]
    public void A_broken_header_keeps_its_block(string header)
    {
        var tree = SyntaxTree.Parse(SourceText.From($"before = 1\n{header}\n    inner = f(2)\n    last = 3\nafter = 4\n"));
        tree.Errors.Length.ShouldBe(1, string.Join('\n', tree.Errors));
        var finder = new TargetFinder();
        finder.Visit(tree.Root);
        finder.Names.ShouldBe(["before", "inner", "last", "after"]);
        tree.Root.Body.Length.ShouldBe(3);
        SpanChecker.Check(tree);
    }

    [Theory]
    [InlineData("match x y:")]
    [InlineData("match x")]
    [InlineData("match f(x:")]
    [InlineData("match f(x")]
    public void A_broken_match_keeps_its_cases(string header)
    {
        var tree = SyntaxTree.Parse(SourceText.From($"before = 1\n{header}\n    case [1, 2:\n        inner = 2\n    case _\n        last = 3\nafter = 4\n"));
        var finder = new TargetFinder();
        finder.Visit(tree.Root);
        finder.Names.ShouldBe(["before", "inner", "last", "after"]);
        tree.Errors.Length.ShouldBe(3, string.Join('\n', tree.Errors));
        SpanChecker.Check(tree);
    }

    private sealed class TargetFinder : SyntaxVisitor
    {
        public List<string> Names { get; } = [];

        public override void VisitAssign(Assign node) => Names.Add(node.Targets[0].ShouldBeOfType<Name>().Id);
    }
}
