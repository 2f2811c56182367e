using System.Globalization;
using System.Text;
using Newtonsoft.Json;

namespace LeakLens.Engine.Library;

/// <summary>Checks a file of models of somebody's own as it is read, and notes each problem with its place.</summary>
internal sealed class ModelCheck
{
    /// <summary>Characters of one model.</summary>
    private const int LongestLine = 1_000;
    private const int LongestShown = 60;
    private const int MostProblems = 50;

    private readonly ModelText _file;
    private readonly List<ModelReference> _references;
    private readonly List<ModelProblem> _found;
    private readonly List<int> _lineStarts = [0];
    private int _problems;

    public ModelCheck(ModelText file, List<ModelReference> references, List<ModelProblem> found)
    {
        _file = file;
        _references = references;
        _found = found;
        for (var i = 0; i < file.Text.Length; i++)
        {
            if (file.Text[i] == '\n' || (file.Text[i] == '\r' && (i + 1 == file.Text.Length || file.Text[i + 1] != '\n')))
            {
                _lineStarts.Add(i + 1);
            }
        }
    }

    public string Text => _file.Text;

    /// <summary>Models so far.</summary>
    public int Lines { get; private set; }

    /// <summary>Nobody reads so many: the rest of the file is not looked at.</summary>
    public bool IsHopeless => _problems >= MostProblems;

    /// <summary>Of the file as a whole.</summary>
    public void AddWhole(string message) => Add(1, 1, message);

    /// <summary>At the token that was read last.</summary>
    public void Add(JsonTextReader json, string message)
    {
        var (line, column) = PlaceOf(json);
        Add(line, column, message);
    }

    /// <summary>At a place that the reader itself names.</summary>
    /// <param name="line">1-based; 0 before the first token.</param>
    /// <param name="characters">Of the line, before the place.</param>
    public void AddBehind(int line, int characters, string message)
    {
        var start = _lineStarts[Math.Clamp(line - 1, 0, _lineStarts.Count - 1)];
        Add(Math.Max(1, line), 1 + Runes(start, Math.Min(Text.Length, start + characters)), message);
    }

    /// <summary>The token names something that has to be there once all files are read.</summary>
    public void Refer(JsonTextReader json, string name, bool isType)
    {
        var (line, column) = PlaceOf(json);
        _references.Add(new ModelReference(name, isType, new ModelProblem(_file.File, line, column, Shorten(name))));
    }

    /// <summary>Compiles the model that was read last.</summary>
    public void CheckLine(JsonTextReader json, string text)
    {
        Lines++;
        if (text.Length > LongestLine)
        {
            Add(json, $"a model has at most {LongestLine} characters, not {text.Length}");
        }
        else if (text.StartsWith('@'))
        {
            Add(json, $"'{Shorten(text)}' is code of LeakLens: a model of your own is written in words");
        }
        else if (ModelCompiler.Compile(text) is { Error: { } error })
        {
            Add(json, error);
        }
        else if (ModelCompiler.Compile(text) is var body)
        {
            foreach (var node in body.Effects)
            {
                ReferToTypes(json, node);
            }

            ReferToTypes(json, body.Result);
        }
    }

    public static string Shorten(string text)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length >= LongestShown)
            {
                return shown.Append('…').ToString();
            }

            shown.Append(Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? "?" : rune.ToString());
        }

        return shown.ToString();
    }

    private void ReferToTypes(JsonTextReader json, ModelNode node)
    {
        if (node.Kind == ModelNodeKind.Call && (Word)node.Code is Word.New)
        {
            if (node.Parts[0].Name is { } name && node.Parts[0].Kind == ModelNodeKind.Constant)
            {
                Refer(json, name, isType: true);
            }
            else
            {
                Add(json, "new() takes the name of a type in quotes first");
            }
        }

        foreach (var part in node.Parts)
        {
            ReferToTypes(json, part);
        }
    }

    private void Add(int line, int column, string message)
    {
        if (_problems++ < MostProblems)
        {
            _found.Add(new ModelProblem(_file.File, line, column, message));
        }
    }

    /// <summary>Where the token begins that was read last: the reader only knows where it ends.</summary>
    private (int Line, int Column) PlaceOf(JsonTextReader json)
    {
        var line = Math.Clamp(json.LineNumber - 1, 0, _lineStarts.Count - 1);
        var start = _lineStarts[line];
        var at = Math.Min(Text.Length, start + json.LinePosition) - 1;
        if (json.TokenType == JsonToken.PropertyName)
        {
            at--;
            while (at > start && char.IsWhiteSpace(Text[at]))
            {
                at--;
            }
        }

        if (at > start && Text[at] is '"' or '\'')
        {
            var quote = Text[at];
            for (at--; at > start && (Text[at] != quote || IsEscaped(at)); at--)
            {
            }
        }
        else
        {
            while (at > start && (char.IsLetterOrDigit(Text[at - 1]) || Text[at - 1] is '.' or '-' or '+' or '_'))
            {
                at--;
            }
        }

        return (line + 1, 1 + Runes(start, Math.Max(start, at)));
    }

    private bool IsEscaped(int at)
    {
        var backslashes = 0;
        while (at - backslashes > 0 && Text[at - backslashes - 1] == '\\')
        {
            backslashes++;
        }

        return backslashes % 2 == 1;
    }

    private int Runes(int start, int end)
    {
        var count = 0;
        for (var i = start; i < end; i++)
        {
            count += char.IsLowSurrogate(Text[i]) ? 0 : 1;
        }

        return count;
    }
}
