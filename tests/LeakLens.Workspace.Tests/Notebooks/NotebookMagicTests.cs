using LeakLens.Workspace.Notebooks;

namespace LeakLens.Workspace.Tests.Notebooks;

/// <summary>What of a cell is magic, and what only looks like it.</summary>
public sealed class NotebookMagicTests
{
    [Theory]
    [InlineData("files = !ls", "files = 0  ")]
    [InlineData("a, b = %time f()", "a, b = 0        ")]
    [InlineData("%matplotlib inline", "#matplotlib inline")]
    public void Magic_becomes_a_comment_or_a_value(string cell, string expected) => NotebookMagic.Hide(cell).ShouldBe(expected);

    [Theory]
    [InlineData("print('shape=%s, type=%s' % \\")]
    [InlineData("print(\"Option #%d: %s = %s\" % (i, name, choice))")]
    [InlineData("draw(label=%s)")]
    [InlineData("a %= 2")]
    public void What_a_text_says_is_no_magic(string cell) => NotebookMagic.Hide(cell).ShouldBe(cell);
}
