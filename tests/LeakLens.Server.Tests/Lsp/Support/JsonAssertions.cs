using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Tests.Lsp.Support;

internal static class JsonAssertions
{
    /// <summary>The same values, the order of members aside.</summary>
    public static void ShouldBeJson(this JToken actual, string expected) =>
        JToken.DeepEquals(actual, JToken.Parse(expected)).ShouldBeTrue(actual.ToString());
}
