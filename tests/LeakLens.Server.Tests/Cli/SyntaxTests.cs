namespace LeakLens.Server.Tests.Cli;

public sealed class SyntaxTests : IDisposable
{
    private readonly CliSession _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public void The_tree_is_printed_as_CPython_prints_it()
    {
        _session.Write("a.py", "x = [1]\n");

        Check(["syntax", "--dump", "a.py"], "Module(body=[Assign(targets=[Name(id='x', ctx=Store())], value=List(elts=[Constant(value=1)], ctx=Load()))])\n");
        Check(["syntax", "--dump", "--python", "3.11", "a.py"], "Module(body=[Assign(targets=[Name(id='x', ctx=Store())], value=List(elts=[Constant(value=1)], ctx=Load()))], type_ignores=[])\n");
    }

    [Fact]
    public void Lines_and_columns_are_printed_when_asked()
    {
        _session.Write("a.py", "x\n");

        Check(["syntax", "--dump", "--attributes", "a.py"], "Module(body=[Expr(value=Name(id='x', ctx=Load(), lineno=1, col_offset=0, end_lineno=1, end_col_offset=1), lineno=1, col_offset=0, end_lineno=1, end_col_offset=1)])\n");
    }

    [Fact]
    public void Standard_input_is_a_file()
    {
        _session.Input = "pass"u8.ToArray();

        Check(["syntax", "--dump", "-"], "Module(body=[Pass()])\n");
    }

    [Fact]
    public void A_syntax_error_is_named_and_the_other_statements_are_printed()
    {
        _session.Write("a.py", "pass\nfor x in y\n    pass\nbreak\n");
        var result = _session.Run("syntax", "--dump", "a.py");

        result.ExitCode.ShouldBe(1);
        result.Error.ShouldBe("error: a.py:2:11: expected ':'\n");
        result.Output.ShouldStartWith("Module(body=[Pass(), ");
        result.Output.ShouldContain("Break()");
    }

    [Theory]
    [InlineData("syntax a.py", "`syntax` has one form: `leaklens syntax --dump FILE`")]
    [InlineData("syntax --dump nope.py", "nope.py: no such file or folder")]
    [InlineData("syntax --dump a.py --python 2.7", "--python takes 3.11 or 3.14, not '2.7'")]
    public void A_mistake_is_named(string words, string expected)
    {
        _session.Write("a.py");

        _session.Run(words.Split(' ')).ShouldBe(new CliResult(2, "", $"error: {expected}\n"));
    }

    private void Check(string[] words, string expected) => _session.Run(words).ShouldBe(new CliResult(0, expected, ""));
}
