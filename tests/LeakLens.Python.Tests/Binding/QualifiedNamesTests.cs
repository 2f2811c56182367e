using LeakLens.Python.Binding;
using LeakLens.Python.Parsing;
using LeakLens.Python.Syntax;
using LeakLens.Python.Text;

namespace LeakLens.Python.Tests.Binding;

/// <summary>Where the argument of the last call of <c>ask</c> comes from.</summary>
public sealed class QualifiedNamesTests
{
    [Theory]
    [InlineData("import numpy as np\nask(np.random.rand)", "numpy.random.rand")]
    [InlineData("import numpy\nask(numpy.random.rand)", "numpy.random.rand")]
    [InlineData("from time import sleep as s\nask(s)", "time.sleep")]
    [InlineData("from a.b import c\nask(c.d)", "a.b.c.d")]
    [InlineData("import a.b.c\nask(a.b.c.d)", "a.b.c.d")]
    [InlineData("import a.b.c\nimport a.d\nask(a)", "a")]
    [InlineData("import a.b.c as d\nask(d.e)", "a.b.c.e")]
    [InlineData("from . import x\nask(x.y)", ".x.y")]
    [InlineData("from .. import x as z\nask(z)", "..x")]
    [InlineData("from .pkg.mod import x\nask(x)", ".pkg.mod.x")]
    [InlineData("from ...pkg import x\nask(x)", "...pkg.x")]
    [InlineData("ask(len)", "builtins.len")]
    [InlineData("ask(str.join)", "builtins.str.join")]
    [InlineData("import builtins\nask(builtins.len)", "builtins.len")]
    public void Imports_and_builtins_say_where_a_name_comes_from(string source, string expected) => Check(source, expected, isCertain: true);

    [Theory]
    [InlineData("try:\n    import ujson as json\nexcept ImportError:\n    import json\nask(json.dumps)", "ujson.dumps | json.dumps")]
    [InlineData("if x:\n    from a import f\nelse:\n    from b import f\nask(f)", "a.f | b.f")]
    [InlineData("from numpy import *\nask(zeros)", "numpy.zeros")]
    [InlineData("from numpy import *\nfrom .mine import *\nask(zeros)", ".mine.zeros | numpy.zeros")]
    [InlineData("from numpy import *\nask(sum)", "builtins.sum | numpy.sum")]
    public void What_may_be_one_or_the_other_has_candidates(string source, string expected) => Check(source, expected, isCertain: false);

    [Theory]
    [InlineData("import json\njson = fake()\nask(json.dumps)")]
    [InlineData("import json\ndef json(): pass\nask(json)")]
    [InlineData("import json\nclass json: pass\nask(json)")]
    [InlineData("import json\nfor json in x: pass\nask(json)")]
    [InlineData("import json\nwith x as json: pass\nask(json)")]
    [InlineData("import json\nmatch x:\n    case json: pass\nask(json)")]
    [InlineData("import json\njson += 1\nask(json)")]
    [InlineData("import json\n(json := 1)\nask(json)")]
    [InlineData("import json\n[json := 1 for x in y]\nask(json)")]
    [InlineData("import json\ntry: pass\nexcept E as json: pass\nask(json)")]
    [InlineData("import json\ndef f():\n    global json\n    json = 1\nask(json)")]
    [InlineData("import json\ndef f():\n    global json\n    def json(): pass\nask(json)")]
    [InlineData("import json\ndef f(json):\n    ask(json)")]
    [InlineData("import json\ndef f():\n    json = 1\n    ask(json)")]
    [InlineData("def f():\n    import json\n    def g():\n        nonlocal json\n        json = 1\n    ask(json)")]
    [InlineData("import json\n[ask(json) for json in x]")]
    [InlineData("import json\nlambda json: ask(json)")]
    [InlineData("import json\nask(json().dumps)")]
    [InlineData("import json\nask(json[0].dumps)")]
    [InlineData("def f():\n    import json\nask(json)")]
    [InlineData("class C:\n    import json\n    def f(self):\n        ask(json)")]
    [InlineData("len = 1\nask(len)")]
    [InlineData("len = None\nask(len)")]
    [InlineData("def f():\n    global len\n    len = 1\nask(len)")]
    [InlineData("ask(unheard_of)")]
    [InlineData("from numpy import *\nask(_private)")]
    [InlineData("ask(__name__)")]
    public void What_anything_else_may_have_bound_is_unknown(string source) => Check(source, expected: null, isCertain: false);

    [Theory]
    [InlineData("def f():\n    import json\n    ask(json.dumps)")]
    [InlineData("def f():\n    import json\n    def g():\n        return [ask(json.dumps) for x in y]")]
    [InlineData("def f():\n    global json\n    import json\nask(json.dumps)")]
    [InlineData("def f():\n    import json\n    def g():\n        nonlocal json\n        import json\n    ask(json.dumps)")]
    [InlineData("class C:\n    import json\n    ask(json.dumps)")]
    [InlineData("import json\nclass C:\n    json = 1\n    def f(self):\n        ask(json.dumps)")]
    [InlineData("import json\ndef f():\n    json = 1\nask(json.dumps)")]
    [InlineData("try:\n    import json\nexcept ImportError:\n    json = None\nask(json.dumps)")]
    [InlineData("json: Any = None\nimport json\nask(json.dumps)")]
    [InlineData("import json\njson: Any\nask(json.dumps)")]
    [InlineData("import json\nask(json.dumps)\ndel json")]
    [InlineData("def f():\n    ask(json.dumps)\nimport json")]
    [InlineData("from __future__ import annotations\ndef f():\n    import json\n    x: ask(json.dumps) = 1")]
    [InlineData("from __future__ import annotations\nimport json\ndef f(x: ask(json.dumps)): pass")]
    [InlineData("import json\ndef f(x=ask(json.dumps)): pass")]
    [InlineData("import json\n@ask(json.dumps)\ndef f(json): pass")]
    [InlineData("import json\nclass C[json: ask](json): pass\nask(json.dumps)")]
    public void Scopes_decide_which_binding_counts(string source) => Check(source, "json.dumps", isCertain: true);

    [Fact]
    public void One_path_is_one_object()
    {
        var tree = SyntaxTree.Parse(SourceText.From("import os\nask(os.path.join)\nask(os.path.join)"));
        var calls = tree.Root.Body.OfType<Expr>().Select(expr => expr.Value).OfType<Call>().Select(call => tree.GetQualifiedNames().Resolve(call.Arguments[0])).ToList();
        calls[0].ShouldNotBeNull().ShouldBeSameAs(calls[1]);
    }

    [Fact]
    public void Texts_made_to_be_long_are_bounded()
    {
        var many = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"import a{i} as a\nfrom b{i} import *\n"));
        Check(many + "ask(a)", expected: null, isCertain: false);
        Ask(many + "ask(b)").ShouldNotBeNull().Candidates.Length.ShouldBeLessThan(10);
        Check("import a\nask(a" + string.Concat(Enumerable.Repeat(".b", 900)) + ")", expected: null, isCertain: false);
    }

    private static void Check(string source, string? expected, bool isCertain)
    {
        var name = Ask(source);
        name?.ToString().ShouldBe(expected);
        (name is null).ShouldBe(expected is null);
        (name?.IsCertain ?? false).ShouldBe(isCertain);
    }

    private static QualifiedName? Ask(string source)
    {
        var tree = SyntaxTree.Parse(SourceText.From(source));
        tree.Errors.ShouldBeEmpty();
        var finder = new Finder();
        finder.Visit(tree.Root);
        tree.GetQualifiedNames().TryResolve(finder.Argument.ShouldNotBeNull(), out var name);
        return name;
    }

    private sealed class Finder : SyntaxVisitor
    {
        public Expression? Argument { get; private set; }

        public override void VisitCall(Call node)
        {
            if (node.Function is Name { Id: "ask" })
            {
                Argument = node.Arguments[0];
            }

            DefaultVisit(node);
        }
    }
}
