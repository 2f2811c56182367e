using System.Text.Json;
using LeakLens.Engine.Library;

namespace LeakLens.Engine.Tests.Library;

/// <summary>Throws a file of models of the module <c>a</c>: every word, with whatever operands, in whatever place.</summary>
internal sealed class ModelDice(int seed)
{
    private static readonly string[] Names = ["self", "x", "y", "z", "unknown", "some", "absent"];
    private static readonly string[] Texts = ["'a.T'", "'a.U'", "'list'", "'dict'", "'queue.Queue'", "'numpy.ndarray'", "'kept'", "'io.BytesIO'", "'slice'", "'json.dumps'", "'collections.deque'", "'no such'"];
    private static readonly string[] Attributes = ["v", "length", "position", "start", "stop", "step", "shape", "items", "maxsize"];
    private static readonly string[] Storages = ["list", "tuple", "dict", "set", "deque", "bytearray"];
    private static readonly string[] Growths = ["bytesio", "stringio", "array", "odict"];
    private static readonly string[] Orders = ["first", "last", "least"];
    private static readonly (string Name, int Least, int Most)[] Words = [.. Vocabulary.All.OrderBy(word => word.Name, StringComparer.Ordinal)];

    private readonly Random _random = new(seed);

    public string Roll()
    {
        var functions = Enumerable.Range(0, 4).ToDictionary(number => $"f{number}", _ => Line());
        var types = new Dictionary<string, Dictionary<string, object>> { ["T"] = Type(), ["U"] = Type() };
        if (_random.Next(3) == 0)
        {
            types["T"]["base"] = One(["a.U", "a.T", "queue.Queue", "dict", "list", "threading.Thread"]);
        }

        return JsonSerializer.Serialize(new { module = "a", functions, types });
    }

    private Dictionary<string, object> Type()
    {
        var type = new Dictionary<string, object>
        {
            ["made"] = Line(),
            ["methods"] = new[] { "m0", "m1", "__getitem__", "__setitem__", "__delitem__", "__len__", "__iter__", "__contains__", "__add__", "__str__" }.Where(_ => _random.Next(2) == 0).ToDictionary(name => name, _ => Line()),
            ["attributes"] = new Dictionary<string, string> { ["v"] = "x, y, *z -> " + Expression(3) },
            ["bytes"] = _random.NextInt64(1L << 40),
        };
        Maybe("like", Storages);
        Maybe("growth", Growths);
        Maybe("order", Orders);
        type["binds"] = _random.Next(8) == 0;
        type["oneEach"] = _random.Next(4) == 0;
        type["keywords"] = _random.Next(4) == 0;
        return type;

        void Maybe(string key, string[] choices)
        {
            if (_random.Next(2) == 0)
            {
                type[key] = One(choices);
            }
        }
    }

    private string Line()
    {
        var effects = Enumerable.Range(0, _random.Next(4)).Select(_ => _random.Next(4) == 0 ? $"{(_random.Next(2) == 0 ? "z" : "self." + One(Attributes))} = {Expression(3)}" : Word(3));
        return $"x, y, *z: {string.Join("; ", effects)}" + (_random.Next(4) == 0 ? "" : " -> " + Expression(3));
    }

    private string Expression(int depth) => depth == 0 ? Leaf() : _random.Next(9) switch
    {
        0 => $"({Expression(depth - 1)} {One(["+", "-", "*", "//", "%", "**", "/", "<<", "|"])} {Expression(depth - 1)})",
        1 => $"({Expression(depth - 1)} if {Expression(depth - 1)} else {Expression(depth - 1)})",
        2 => $"({Expression(depth - 1)} {One(["<", "<=", "==", "!=", ">"])} {Expression(depth - 1)})",
        3 => $"{One(Names)}.{One(Attributes)}",
        4 => Leaf(),
        5 => $"-{Leaf()}",
        _ => Word(depth),
    };

    private string Word(int depth)
    {
        var (name, least, most) = Words[_random.Next(Words.Length)];
        return $"{name}({string.Join(", ", Enumerable.Range(0, _random.Next(least, most + 1)).Select(index => index == 0 && name is "new" or "registry" ? One(Texts) : Expression(depth - 1)))})";
    }

    private string Leaf() => _random.Next(3) switch
    {
        0 => One(Names),
        1 => One(["0", "1", "-1", "3", "1000", "10 ** 18", "9223372036854775807", "10 ** 40", "2.5", "True", "None"]),
        _ => One(Texts),
    };

    private string One(string[] choices) => choices[_random.Next(choices.Length)];
}
