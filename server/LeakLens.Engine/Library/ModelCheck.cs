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
    private readonly JsonPlaces _places;
    private int _problems;

    public ModelCheck(ModelText file, List<ModelReference> references, List<ModelProblem> found)
    {
        _file = file;
        _references = references;
        _found = found;
        _places = new JsonPlaces(file.Text);
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
        var (atLine, atColumn) = _places.Behind(line, characters);
        Add(atLine, atColumn, message);
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

    private (int Line, int Column) PlaceOf(JsonTextReader json) => _places.Of(json.LineNumber, json.LinePosition, json.TokenType == JsonToken.PropertyName);
}
