using LeakLens.Python.Binding;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Python.Tests.Binding;

public sealed class ModuleExportsTests
{
    [Theory]
    [InlineData("__all__ = ['a', 'b']", "a b")]
    [InlineData("__all__ = ('a', 'b')", "a b")]
    [InlineData("__all__ = 'a', 'b'", "a b")]
    [InlineData("__all__: list[str] = ['a'] + ['b']", "a b")]
    [InlineData("__all__ = ['a']\n__all__ += ['b']", "a b")]
    [InlineData("__all__ = []\n__all__.extend(('a', 'b'))", "a b")]
    [InlineData("__all__ = ['a']\n__all__.append('b')", "a b")]
    [InlineData("__all__ = ['a', 'x', 'b']\n__all__.remove('x')", "a b")]
    [InlineData("__all__ = ['x']\n__all__ = ['a', 'b', 'a']", "a b")]
    [InlineData("__all__ = ['a']\nif x:\n    __all__ += ['b']", "a b")]
    [InlineData("try:\n    __all__ = ['a']\nexcept E:\n    __all__ = ['b']", "a b")]
    [InlineData("__all__ = ['a']\n__all__ = __all__ + ['b']", "a b")]
    [InlineData("__all__ = ['a', 'b']\ndef f():\n    __all__ = ['c']", "a b")]
    [InlineData("import a\ndef b(): pass\n_c = 1", "a b")]
    public void Are_read_from_the_text(string source, string expected) => Check(source, expected, isComplete: true);

    [Theory]
    [InlineData("__all__ = ['a']\n__all__ += other.__all__", "a")]
    [InlineData("__all__ = ['a', *b]", "a")]
    [InlineData("__all__ = make()", "")]
    [InlineData("__all__ = ['a']\n__all__.sort()", "a")]
    [InlineData("__all__ = ['a']\ndel __all__", "a")]
    [InlineData("from x import *\na = 1", "a")]
    public void May_not_all_be_in_the_text(string source, string expected) => Check(source, expected, isComplete: false);

    private static void Check(string source, string expected, bool isComplete)
    {
        var exports = ModuleExports.Find(SyntaxTree.Parse(SourceText.From(source)).GetScopes());
        string.Join(' ', exports.Names).ShouldBe(expected);
        exports.IsComplete.ShouldBe(isComplete);
        exports.IsDeclared.ShouldBe(source.Contains("__all__", StringComparison.Ordinal));
    }
}
