using System.Text;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Tests.Lsp.Support;

/// <summary>
/// The editor's side of incremental synchronization, written as plainly as can be: it edits its own text by offsets, and
/// finds the positions of an edit by walking from the start.
/// </summary>
internal sealed class EditorModel
{
    private static readonly string[] Pieces = ["a", "xyz", " ", "\n", "\r\n", "\r", "é", "漢", "\U0001F40D", "\t", "def f():\n", "", "\r\n\r\n", "ß\U0001F600z"];

    private readonly Random _random;
    private readonly string _encoding;

    public EditorModel(Random random, string encoding)
    {
        _random = random;
        _encoding = encoding;
        Text = RandomText(random.Next(0, 30));
    }

    public string Text { get; private set; }

    /// <summary>Changes the text a few times, and gives the changes as a client sends them.</summary>
    public JObject[] EditRandomly(int count) => Enumerable.Range(0, count).Select(_ => EditOnce()).ToArray();

    private JObject EditOnce()
    {
        var inserted = RandomText(_random.Next(0, 4));
        if (_random.Next(20) == 0)
        {
            Text = inserted;
            return TestServer.Replace("LEAK" + inserted);
        }

        var start = RandomBoundary(0);
        var end = RandomBoundary(start);
        var change = TestServer.Edit(PlaceOf(start), PlaceOf(end), inserted);
        Text = Text[..start] + inserted + Text[end..];
        return change;
    }

    private string RandomText(int pieces) => string.Concat(Enumerable.Range(0, pieces).Select(_ => Pieces[_random.Next(Pieces.Length)]));

    /// <summary>An offset that no surrogate pair and no CRLF is cut by: a client cannot name the inside of either.</summary>
    private int RandomBoundary(int from)
    {
        var offset = Math.Min(Text.Length, from + _random.Next(0, _random.Next(2) == 0 ? 4 : Text.Length - from + 1));
        var cuts = offset > 0 && offset < Text.Length && (char.IsLowSurrogate(Text[offset]) || (Text[offset - 1] == '\r' && Text[offset] == '\n'));
        return cuts ? offset + 1 : offset;
    }

    /// <summary>The server's text begins with a marker of four letters that is not in this one.</summary>
    private (int Line, int Character) PlaceOf(int offset)
    {
        var text = "LEAK" + Text;
        var (line, lineStart) = (0, 0);
        for (var i = 0; i < offset + 4; i++)
        {
            var endsLine = text[i] == '\n' || (text[i] == '\r' && !(i + 1 < text.Length && text[i + 1] == '\n'));
            if (endsLine)
            {
                (line, lineStart) = (line + 1, i + 1);
            }
        }

        return (line, Measure(text[lineStart..(offset + 4)]));
    }

    private int Measure(string text) => _encoding switch
    {
        "utf-8" => Encoding.UTF8.GetByteCount(text),
        "utf-32" => text.EnumerateRunes().Count(),
        _ => text.Length,
    };
}
