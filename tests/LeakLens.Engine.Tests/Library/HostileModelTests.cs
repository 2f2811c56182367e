using LeakLens.Engine.Facts;
using LeakLens.Engine.Library;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Tests.Library;

/// <summary>Models that somebody wrote by throwing dice: every word, with whatever operands, in whatever place. None of them makes the engine fail.</summary>
public sealed class HostileModelTests
{
    private const int Rounds = 200;

    private const string Program = """
        import a
        import json
        kept = []
        table = {}
        class Mine(a.T):
            def m0(self, x):
                return super().m0(x)
        def use(t, x):
            t.m0(x)
            kept.append(t.m1(x, t))
            table[a.f0(x)] = t.v
            t[x] = a.f1(t)
            if x in t and len(t) > 3:
                del t[x]
            for item in t:
                kept.append(item)
                break
            a.f2(use, x)
            a.f3(t)
            json.dumps(t)
            return a.U(t, x)
        first, second = a.T(3, kept), Mine('x')
        for i in range(300):
            use(first, i)
            use(second, str(i))
            u = use(a.U(first), kept)
            u.m1(first, table)
            kept.extend([a.f0(u), a.f1(i), str(u), u + first, u == first])
        def entry(x, y):
            kept.append(use(x, y))
            table[x] = a.f3(y)
        """;

    [Fact]
    public void No_model_makes_the_engine_fail()
    {
        var tree = SyntaxTree.Parse(SourceText.From(Program));
        var answers = new HashSet<string>(StringComparer.Ordinal);
        for (var seed = 0; seed < Rounds; seed++)
        {
            var text = new ModelDice(seed).Roll();
            var models = LibraryModels.Read([new ModelText("a.json", text)], "", out _);
            var facts = Should.NotThrow(() => MemoryFacts.Gather(tree, TargetVersion.Python311, models, modules: null, CancellationToken.None), $"seed {seed}: {text}");
            answers.Add(string.Join(' ', facts.Growths.Select(fact => fact.Retained)));
        }

        // The dice do fall on models that say something.
        answers.Count.ShouldBeGreaterThan(Rounds / 8);
    }
}
