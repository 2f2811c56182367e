using System.Collections.Immutable;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Suppressions;

/// <summary>Reads what comments ask for. A comment that is not addressed to us costs one search.</summary>
internal sealed class SuppressionParser
{
    private const string Address = "leaklens:";
    private const string Noqa = "noqa:";
    private const int LongestWord = 40;

    /// <summary>Each finding is held against each request: a text that consists of requests must not cost a minute.</summary>
    private const int MostRequests = 5000;

    /// <summary>What begins a part of a comment that is meant for a tool, and so is no justification.</summary>
    private static readonly ImmutableArray<string> Tools =
        [Address, Noqa, "noqa", "type:", "pylint:", "pragma:", "mypy:", "pyright:", "fmt:", "isort:", "nosec", "flake8:", "ruff:", "yapf:"];

    private static readonly ImmutableArray<(string Word, SuppressionVerb Verb)> Verbs =
    [
        ("ignore", SuppressionVerb.Ignore),
        ("disable", SuppressionVerb.Disable),
        ("enable", SuppressionVerb.Enable),
        ("file-ignore", SuppressionVerb.FileIgnore),
        ("allow-large-allocation", SuppressionVerb.AllowLargeAllocation),
    ];

    private readonly string _text;
    private readonly ImmutableArray<SuppressionComment>.Builder _found = ImmutableArray.CreateBuilder<SuppressionComment>();
    private int _position;
    private int _end;

    private SuppressionParser(string text)
    {
        _text = text;
    }

    /// <summary>The requests, in the order of the text; of more than anybody writes, the first.</summary>
    public static ImmutableArray<SuppressionComment> Parse(SyntaxTree tree)
    {
        var parser = new SuppressionParser(tree.Text.Text);
        foreach (var comment in tree.Comments)
        {
            var written = parser._text.AsSpan(comment.Start, comment.Length);
            if (parser._found.Count < MostRequests && (written.Contains(Address, StringComparison.OrdinalIgnoreCase) || written.Contains(Noqa, StringComparison.OrdinalIgnoreCase)))
            {
                parser.ParseComment(comment);
            }
        }

        return parser._found.DrainToImmutable();
    }

    private void ParseComment(TextSpan comment)
    {
        (_position, _end) = (comment.Start, comment.End);
        while (_position < _end && _found.Count < MostRequests)
        {
            var start = _position;
            SkipHash();
            if (Take(Address))
            {
                ParseRequest(start);
            }
            else if (Take(Noqa))
            {
                ParseNoqa(start);
            }

            SkipToHash();
        }
    }

    private void ParseRequest(int start)
    {
        SkipBlanks();
        var word = TakeWord();
        foreach (var (name, verb) in Verbs)
        {
            if (word.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                _found.Add(verb == SuppressionVerb.AllowLargeAllocation ? ParseAllowance(start) : ParseBrackets(start, verb));
                return;
            }
        }

        var problem = word.IsEmpty
            ? "Nothing is asked for here; `# leaklens: ignore[LL101]` is how to accept a finding"
            : $"`{word[..Math.Min(word.Length, LongestWord)]}` is nothing that can be asked for; there are ignore, disable, enable, file-ignore and allow-large-allocation";
        _found.Add(Unreadable(start, problem));
    }

    private SuppressionComment ParseBrackets(int start, SuppressionVerb verb)
    {
        SkipBlanks();
        var close = Current == '[' ? _text.AsSpan(_position, _end - _position).IndexOf(']') : -1;
        if (close < 0)
        {
            return Unreadable(start, "The rules that are meant are missing: they stand in brackets, as in `ignore[LL101]`");
        }

        var names = ParseNames(_position + 1, _position + close);
        _position += close + 1;
        return names.IsEmpty
            ? Unreadable(start, "The brackets are empty: they name the rules that are meant, as in `ignore[LL101]`")
            : Finish(start, verb, names);
    }

    /// <summary>A justification stands behind two hyphens; other words are not one.</summary>
    private SuppressionComment ParseAllowance(int start)
    {
        SkipBlanks();
        var isJustified = Take("--");
        var comment = Finish(start, SuppressionVerb.AllowLargeAllocation, []);
        return isJustified ? comment : comment with { Justification = null };
    }

    private void ParseNoqa(int start)
    {
        var length = _text.AsSpan(_position, _end - _position).IndexOf('#') is var hash && hash < 0 ? _end - _position : hash;
        ImmutableArray<SuppressionName> names = [.. ParseNames(_position, _position + length).TakeWhile(name => IsCode(name.Text))];
        if (!names.IsEmpty)
        {
            _position = names[^1].Span.End;
            _found.Add(new SuppressionComment(SuppressionVerb.Noqa, SpanFrom(start), names, Justification: null));
        }
    }

    /// <summary>Letters, then digits: what follows the codes of a noqa is prose.</summary>
    private static bool IsCode(string name)
    {
        var digits = name.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
        return digits.Length > 0 && digits.Length < name.Length && !digits.ContainsAnyExceptInRange('0', '9');
    }

    /// <summary>Words with commas or blanks between them.</summary>
    private ImmutableArray<SuppressionName> ParseNames(int start, int end)
    {
        var names = ImmutableArray.CreateBuilder<SuppressionName>();
        for (var at = start; at < end; at++)
        {
            var first = at;
            while (at < end && !IsBetweenNames(_text[at]))
            {
                at++;
            }

            if (at > first)
            {
                names.Add(new SuppressionName(_text[first..at], TextSpan.FromBounds(first, at)));
            }
        }

        return names.DrainToImmutable();
    }

    /// <summary>Reads the justification: the rest, up to a part that is meant for a tool.</summary>
    private SuppressionComment Finish(int start, SuppressionVerb verb, ImmutableArray<SuppressionName> names)
    {
        var begin = _position;
        while (_position < _end && !(Current == '#' && IsToolAhead()))
        {
            _position++;
        }

        var justification = _text.AsSpan(begin, _position - begin).Trim(" \t#-:").ToString();
        return new SuppressionComment(verb, SpanFrom(start), names, justification.Length > 0 ? justification : null);
    }

    private SuppressionComment Unreadable(int start, string problem) => Finish(start, SuppressionVerb.Unreadable, []) with { Problem = problem };

    private bool IsToolAhead()
    {
        var ahead = _text.AsSpan(_position, _end - _position).TrimStart("# \t");
        foreach (var tool in Tools)
        {
            if (ahead.StartsWith(tool, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private TextSpan SpanFrom(int start)
    {
        var end = _position;
        while (end > start && _text[end - 1] is ' ' or '\t')
        {
            end--;
        }

        return TextSpan.FromBounds(start, end);
    }

    private char Current => _position < _end ? _text[_position] : '\0';

    private static bool IsBetweenNames(char unit) => unit is ',' or ' ' or '\t';

    private void SkipHash()
    {
        while (Current is '#' or ' ' or '\t')
        {
            _position++;
        }
    }

    private void SkipBlanks()
    {
        while (Current is ' ' or '\t')
        {
            _position++;
        }
    }

    private void SkipToHash()
    {
        while (_position < _end && Current != '#')
        {
            _position++;
        }
    }

    private bool Take(string word)
    {
        if (!_text.AsSpan(_position, _end - _position).StartsWith(word, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        _position += word.Length;
        return true;
    }

    private ReadOnlySpan<char> TakeWord()
    {
        var start = _position;
        while (char.IsAsciiLetter(Current) || Current == '-')
        {
            _position++;
        }

        return _text.AsSpan(start, _position - start);
    }
}
