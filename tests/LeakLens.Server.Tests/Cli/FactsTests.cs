using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Tests.Cli;

public sealed class FactsTests : IDisposable
{
    private const string Program = """
        orders = []


        def place(number):
            orders.append("order number %06d" % number)


        for number in range(2_000):
            place(number)

        """;

    private readonly CliSession _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public void Library_models_that_the_configuration_names_are_heeded()
    {
        _session.Write("app.py", "import acme\nkept = []\nfor i in range(1000):\n    kept.append(acme.fetch(i))\n");
        _session.Run("facts", "app.py").Output.ShouldNotContain("64");

        _session.Write("leaklens.toml", "model-paths = ['models']\n");
        _session.Write("models/acme.json", """{ "module": "acme", "functions": { "fetch": "key -> bytes(65536)" } }""");
        _session.Run("facts", "app.py").Output.ShouldContain("65,5");
    }

    [Fact]
    public void Facts_name_owner_statement_loop_calls_and_bytes()
    {
        _session.Write("shop.py", Program);

        _session.Run("facts", "shop.py").ShouldBe(new CliResult(0, """
            shop.py:5:5: append
                owner        orders, module
                container    list made at 1:10  []
                statement    orders.append("order number %06d" % number)
                loop         8:1  for number in range(2_000):
                call         9:5  place(number)
                trips        2,000
                per trip     76 bytes
                peak         152,184 bytes
                retained     152,184 bytes
                releases     0
                happens      once
                marks        never read in this file

            1 growth.

            """, ""));
    }

    [Fact]
    public void Machines_get_the_same_as_json()
    {
        _session.Write("shop.py", Program);
        var result = _session.Run("facts", "--format", "json", "shop.py");
        var growth = JObject.Parse(result.Output)["growths"]![0]!;

        result.ExitCode.ShouldBe(0);
        growth["range"]!["start"]!.Value<int>("line").ShouldBe(5);
        growth["owner"]!.ToString(Newtonsoft.Json.Formatting.None).ShouldBe("""{"path":"orders","lifetime":"module"}""");
        growth["container"]!.Value<string>("kind").ShouldBe("list");
        growth["calls"]![0]!["range"]!["start"]!.Value<int>("line").ShouldBe(9);
        growth["trips"]!.ToString(Newtonsoft.Json.Formatting.None).ShouldBe("""{"low":2000,"high":2000,"bound":"finite"}""");
        growth["retainedBytes"]!.Value<long>("high").ShouldBe(152184);
        growth.Value<string>("multiplicity").ShouldBe("once");
        growth.Value<bool>("coarse").ShouldBeFalse();
    }

    [Fact]
    public void Bytes_are_those_of_the_version_that_is_asked_for()
    {
        _session.Write("shop.py", Program);

        _session.Run("facts", "--target-version", "3.12", "shop.py").Output.ShouldContain("retained     136,184 bytes");
        _session.Run("facts", "--target-version", "2.7", "shop.py").Error.ShouldBe("error: --target-version takes 3.11, 3.12, 3.13 or 3.14, not '2.7'\n");
    }

    [Fact]
    public void An_open_end_has_no_number_and_says_why()
    {
        _session.Input = "seen = []\nwhile True:\n    seen.append([1])\n"u8.ToArray();
        var growth = JObject.Parse(_session.Run("facts", "--format", "json", "-").Output)["growths"]![0]!;

        growth["retainedBytes"]!["high"]!.Type.ShouldBe(JTokenType.Null);
        growth["retainedBytes"]!.Value<string>("bound").ShouldBe("unbounded");
    }

    [Fact]
    public void A_program_that_holds_nothing_is_told_so()
    {
        _session.Write("a.py");

        _session.Run("facts", "a.py").ShouldBe(new CliResult(0, "Nothing grows.\n", ""));
    }

    [Fact]
    public void A_syntax_error_is_a_warning()
    {
        _session.Input = "x = (\n"u8.ToArray();
        var result = _session.Run("facts", "-");

        result.ExitCode.ShouldBe(0);
        result.Error.ShouldStartWith("warning: <stdin>:2:1: ");
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_named() =>
        _session.Run("facts", "nope.py").ShouldBe(new CliResult(2, "", "error: nope.py: no such file or folder\n"));
}
