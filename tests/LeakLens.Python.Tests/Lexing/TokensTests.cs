using LeakLens.Python.Parsing;
using LeakLens.Python.Tests.CPython;
using LeakLens.Python.Text;

namespace LeakLens.Python.Tests.Lexing;

/// <summary>Tokens and comments of any stretch of text, read again on demand.</summary>
public sealed class TokensTests
{
    [Theory]
    [InlineData("x = 1 # a", "x = 1")]
    [InlineData("f'a{b}c'", "f' a { b } c '")]
    [InlineData("f'{a!r:>{w}}' + 1", "f' { a ! r : > { w } } ' + 1")]
    [InlineData("f'{ {1: 2}[1] }'", "f' { { 1 : 2 } [ 1 ] } '")]
    [InlineData("f'{a:=5}'", "f' { a : =5 } '")]
    [InlineData("f'{(a:=5)}'", "f' { ( a := 5 ) } '")]
    [InlineData("f'{f\"{x}\"}{y}'", "f' { f\" { x } \" } { y } '")]
    [InlineData("f'{{a}}'", "f' {{a}} '")]
    [InlineData("f'{a:{b:{c}}}'", "f' { a : { b : { c } } } '")]
    [InlineData("t'''{a\n}'''", "t''' { a } '''")]
    [InlineData("x = f'abc\ny", "x = f' abc y")]
    [InlineData("x = f'a{b:c\ny", "x = f' a { b : c y")]
    [InlineData("(a,\n b) \\\n + c", "( a , b ) + c")]
    public void Are_those_of_the_text(string source, string expected)
    {
        var tree = SyntaxTree.Parse(SourceText.From(source));
        var tokens = tree.GetTokens(new TextSpan(0, source.Length)).Select(token => source.Substring(token.Span.Start, token.Span.Length).Trim('\n')).Where(text => text.Length > 0);
        string.Join(' ', tokens).ShouldBe(expected);
    }

    /// <summary>Wherever a stretch begins and ends, its tokens are those that the whole text has there.</summary>
    [Fact]
    public void Of_a_part_are_those_of_the_whole()
    {
        foreach (var source in Fixture.ReadSnippets())
        {
            var tree = SyntaxTree.Parse(SourceText.From(source));
            if (!tree.Errors.IsEmpty)
            {
                continue;
            }

            var all = tree.GetTokens(new TextSpan(0, source.Length));
            for (var start = 0; start < source.Length; start += 3)
            {
                var span = TextSpan.FromBounds(start, Math.Min(source.Length, start + 7));
                tree.GetTokens(span).ShouldBe(all.Where(token => token.Span.Start < span.End && token.Span.End > span.Start), source);
            }
        }
    }

    [Fact]
    public void Comments_of_a_part_are_those_that_begin_in_it()
    {
        var tree = SyntaxTree.Parse(SourceText.From("# a\nx = 1  # b\n# c\n"));
        tree.GetComments(new TextSpan(1, 20)).ToArray().Select(span => tree.Text.Text.Substring(span.Start, span.Length)).ShouldBe(["# b", "# c"]);
        tree.GetComments(new TextSpan(0, 4)).Length.ShouldBe(1);
        tree.GetComments(new TextSpan(50, 4)).Length.ShouldBe(0);
    }
}
