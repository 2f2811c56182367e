using LeakLens.Python.Text;
using LeakLens.Workspace.Toml;

namespace LeakLens.Workspace.Tests.Toml;

/// <summary>An error says where it is and what to do, to somebody who does not know TOML's grammar.</summary>
public sealed class TomlErrorTests
{
    [Theory]
    [InlineData("profile = balanced", 1, 11, "'balanced' is not a value; a text stands in quotes")]
    [InlineData("a = True", 1, 5, "'True' is written in small letters")]
    [InlineData("a = 012", 1, 5, "'012' begins with a zero, which a number does not")]
    [InlineData("a = 1__0", 1, 5, "'1__0' is no number; an underscore stands between two digits")]
    [InlineData("a = 9223372036854775808", 1, 5, "'9223372036854775808' does not fit into 64 bits")]
    [InlineData("a = 2026-02-30", 1, 5, "'2026-02-30' is no date or time of the calendar; 1979-05-27T07:32:00Z is one")]
    [InlineData("a = ", 1, 5, "a value should stand here, but here is the end of the file")]
    [InlineData("a 1", 1, 3, "'=' follows a key, but here is '1'")]
    [InlineData("a = 1 b = 2", 1, 7, "the line should end, but here is 'b'")]
    [InlineData("é = 1", 1, 1, "a key should stand here: letters, digits, '-' and '_', or a text in quotes, but here is 'é'")]
    [InlineData("'😀' = 1 😀", 1, 9, "the line should end, but here is '😀'")]
    [InlineData("a = \"x\nb = 1", 1, 5, "the text that begins here is not closed on its line; text of several lines stands in \"\"\"")]
    [InlineData("\n\na = '''x\n", 3, 5, "the text that begins here is never closed with '''")]
    [InlineData("a = \"C:\\src\"", 1, 8, "a backslash cannot stand before 's'; write '\\\\', or put the text in single quotes, where a backslash is a backslash")]
    [InlineData("a = \"\\uD800\"", 1, 6, "\\uD800 is no character of Unicode")]
    [InlineData("a = [\n1\n2]", 3, 1, "',' or ']' follows a value of a list, which begins on line 1, but here is '2'")]
    [InlineData("a = {b = 1,}", 1, 12, "braces cannot end with a comma; lists in brackets can")]
    [InlineData("a = {b = 1\n}", 1, 11, "',' or '}' follows a value in braces, on the same line, but here is the end of the line")]
    [InlineData("a = 1\n\na = 2", 3, 1, "'a' is already set on line 1")]
    [InlineData("[a]\n[b]\n[a]", 3, 2, "'a' is already set on line 1")]
    [InlineData("[a]\n[[a]]", 2, 3, "'a' is already set on line 1")]
    [InlineData("a = 1\na.b = 2", 2, 1, "'a' is a whole number since line 1, it cannot have keys")]
    [InlineData("a = {}\n[a.b]", 2, 2, "the table 'a' is complete since line 1, nothing can be added to it here")]
    [InlineData("[a\nb = 1", 1, 3, "the header of a table ends with ']', but here is the end of the line")]
    [InlineData("[[a]\n", 1, 4, "the header of a list of tables ends with ']]', but here is ']'")]
    [InlineData("# a\u0001", 1, 4, "a comment cannot hold the control character U+0001")]
    [InlineData("a = 1\rb = 2", 1, 6, "the line should end, but here is a carriage return without a line feed")]
    public void Errors_have_a_place_and_a_sentence(string document, int line, int column, string message)
    {
        var error = Should.Throw<TomlException>(() => TomlDocument.Parse(SourceText.From(document)));

        (error.Line, error.Column, error.Message).ShouldBe((line, column, message));
    }
}
