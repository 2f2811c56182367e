using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using LeakLens.Python.Lexing;
using LeakLens.Python.Parsing;
using LeakLens.Python.Syntax;
using LeakLens.Python.Text;
using LeakLens.Python.Tests.CPython;

namespace LeakLens.Python.Tests;

/// <summary>What holds of every text, tried on every snippet cut at each token and with tokens deleted, doubled and swapped at random.</summary>
public sealed class PropertyTests
{
    private const int Seed = 20_260_101;
    private static readonly string[] Sources = [.. Fixture.ReadSnippets()];
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    [Fact]
    public void A_snippet_cut_at_any_token_keeps_the_statements_around_it()
    {
        var failures = new List<string>();
        foreach (var text in Sources.SelectMany(source => Tokens(source).Select(token => source[..token.Start])).Distinct(StringComparer.Ordinal))
        {
            try
            {
                CheckNeighbours(text);
            }
            catch (ShouldAssertException failure)
            {
                failures.Add(failure.Message);
            }
        }

        failures.ShouldBeEmpty($"{failures.Count} cuts");
    }

    [Fact]
    public void A_mutated_snippet_keeps_the_statements_around_it()
    {
        var mutations =
            from source in Gen.Elements(Sources)
            from steps in Gen.NonEmptyListOf(Gen.Choose(0, int.MaxValue - 1))
            select Mutate(source, steps.Take(4));
        Prop.ForAll(mutations.ToArbitrary(), text => CheckNeighbours(text)).Check(Config.QuickThrowOnFailure.WithReplay(Seed, 1).WithMaxTest(3000));
    }

    /// <summary>What stands before and behind keeps its tree, unless the middle opens triple quotes: those may close behind it.</summary>
    private static void CheckNeighbours(string middle)
    {
        CheckTree(middle);
        var tree = CheckTree($"before = 1\n{middle}\nafter = 2\nlast = 3\n");
        tree.Root.Body[0].ShouldBeOfType<Assign>(middle).Value.ShouldBeOfType<Constant>();
        var last = tree.Root.Body[^1].ShouldBeOfType<Assign>($"«{middle}»");
        last.Targets[0].ShouldBeOfType<Name>().Id.ShouldBe("last", middle);
    }

    private static SyntaxTree CheckTree(string text)
    {
        var start = Stopwatch.GetTimestamp();
        var tree = SyntaxTree.Parse(SourceText.From(text));
        tree.GetScopes();
        Stopwatch.GetElapsedTime(start).ShouldBeLessThan(Limit, text);
        SpanChecker.Check(tree);
        foreach (var error in tree.Errors)
        {
            error.Span.Start.ShouldBeInRange(0, text.Length, text);
            error.Span.End.ShouldBeInRange(error.Span.Start, text.Length, text);
        }

        tree.Errors.Select(error => error.Span.Start).ShouldBeUnique(text);
        return tree;
    }

    private static string Mutate(string source, IEnumerable<int> steps)
    {
        foreach (var step in steps)
        {
            var tokens = Tokens(source).ToList();
            if (tokens.Count < 2)
            {
                break;
            }

            var (first, second) = (tokens[step / 3 % tokens.Count], tokens[step / 7 % tokens.Count]);
            source = (step % 3) switch
            {
                0 => source.Remove(first.Start, first.Length),
                1 => source.Insert(first.End, source.Substring(first.Start, first.Length)),
                _ => Swap(source, first.Start < second.Start ? (first, second) : (second, first)),
            };
        }

        return source;
    }

    private static string Swap(string source, (TextSpan First, TextSpan Second) pair)
    {
        if (pair.First.End > pair.Second.Start)
        {
            return source;
        }

        var between = source[pair.First.End..pair.Second.Start];
        return source[..pair.First.Start] + source.Substring(pair.Second.Start, pair.Second.Length) + between
            + source.Substring(pair.First.Start, pair.First.Length) + source[pair.Second.End..];
    }

    private static List<TextSpan> Tokens(string source)
    {
        var names = NameTable.Rent();
        var lexer = new Lexer(source, names, new ErrorList());
        var token = default(Token);
        var spans = new List<TextSpan>();
        for (lexer.Next(ref token); token.Kind != TokenKind.EndOfFile; lexer.Next(ref token))
        {
            if (token.End > token.Start)
            {
                spans.Add(TextSpan.FromBounds(token.Start, token.End));
            }
        }

        NameTable.Return(names);
        return spans;
    }
}
