using System.Security.Cryptography;
using System.Text;
using LeakLens.Workspace.Reports.Html;
using Newtonsoft.Json.Linq;
using static LeakLens.Workspace.Tests.Reports.ReportSample;

namespace LeakLens.Workspace.Tests.Reports;

public sealed class HtmlReportTests
{
    private const string Hostile = """
        sessions = {}  # </script><script>alert(1)</script><!--
        sessions["x"] = "y"
        """;

    [Fact]
    public void Page_holds_everything_it_shows()
    {
        var finding = Finding(Service, "sessions[user] = \"x\" * 65_536", related: [("sessions = {}", "sessions is created here")]);

        var data = DataOf(Render(Scan(File("examples/service.py", Service, finding)).Files[0]));

        var told = data["findings"].ShouldBeOfType<JArray>().ShouldHaveSingleItem();
        told["path"]!.Value<string>().ShouldBe("examples/service.py");
        told["line"]!.Value<int>().ShouldBe(6);
        told["retained"]!.Value<long>().ShouldBe(131_260_000);
        told["steps"]![0]!["line"]!.Value<int>().ShouldBe(1);
        told["source"]!["first"]!.Value<int>().ShouldBe(4);
        told["source"]!["lines"]!.Values<string>().ShouldBe(["def load():", "    for user in range(2_000):", "        sessions[user] = \"x\" * 65_536"]);
        data["verdict"]!.Value<string>().ShouldBe("block");
    }

    [Fact]
    public void Source_is_left_out_when_asked_to()
    {
        var output = new StringWriter();

        HtmlReport.Write(output, Scan(File("service.py", Service, Finding(Service, "sessions = {}"))), "1.2.3", withSource: false);

        DataOf(output.ToString())["findings"]![0]!["source"].ShouldBeNull();
        output.ToString().ShouldNotContain("65_536");
    }

    [Fact]
    public void Analysed_code_cannot_leave_its_place()
    {
        var page = Render(File("<img src=x onerror=alert(1)>.py", Hostile, Finding(Hostile, "sessions[\"x\"]", message: "</script><b>x")));

        page.Split("</script>").Length.ShouldBe(3);
        page.ShouldNotContain("<img");
        page.ShouldNotContain("alert(1)<");
        DataOf(page)["findings"]![0]!["message"]!.Value<string>().ShouldBe("</script><b>x");
    }

    [Fact]
    public void Policy_allows_its_own_style_and_script_only()
    {
        var page = Render(File("service.py", Service, Finding(Service, "sessions = {}")));

        var policy = Between(page, "Content-Security-Policy\" content=\"", "\">");
        policy.ShouldBe($"default-src 'none'; style-src {HashOf(Between(page, "<style>", "</style>"))}; script-src {HashOf(Between(page, "</script>\n<script>", "</script>"))}");
    }

    [Fact]
    public void Page_asks_nobody_for_anything()
    {
        var page = Render(File("service.py", Service, Finding(Service, "sessions = {}"))).Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal);

        foreach (var forbidden in (string[])["http://", "https://", "@import", "url(", "fetch(", "XMLHttpRequest", "innerHTML", "eval("])
        {
            page.ShouldNotContain(forbidden, Case.Sensitive);
        }
    }

    private static string Render(params LeakLens.Workspace.Scanning.FileReport[] files)
    {
        var output = new StringWriter();
        HtmlReport.Write(output, Scan(files), "1.2.3");
        return output.ToString();
    }

    private static JObject DataOf(string page) => JObject.Parse(Between(page, "<script type=\"application/json\" id=\"data\">", "</script>"));

    private static string Between(string text, string before, string behind)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return text[start..text.IndexOf(behind, start, StringComparison.Ordinal)];
    }

    private static string HashOf(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";
}
