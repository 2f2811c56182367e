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
    public void Costs_one_statement(string broken)
    {
        var text = $"before = 1\n{broken}\nafter = 2\ndef g():\n    return before\n";
        var tree = SyntaxTree.Parse(SourceText.From(text));
        tree.Errors.Length.ShouldBe(1, string.Join('\n', tree.Errors));
        tree.Root.Body[0].ShouldBeOfType<Assign>().Targets[0].ShouldBeOfType<Name>().Id.ShouldBe("before");
        tree.Root.Body[^2].ShouldBeOfType<Assign>().Targets[0].ShouldBeOfType<Name>().Id.ShouldBe("after");
        tree.Root.Body[^1].ShouldBeOfType<FunctionDef>().Body[0].ShouldBeOfType<Return>();
    }
}
