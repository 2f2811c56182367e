using System.Collections.Immutable;
using System.Text;
using LeakLens.Python.Text;

namespace LeakLens.Deployment.Files;

/// <summary>
/// Parts a script of a shell, or the recipes of a Makefile, into commands, and keeps those that start containers. Nothing is expanded: what a variable
/// gives is open. One walk over the text.
/// </summary>
internal sealed class ScriptReader
{
    private const int MostRuns = 500;
    private const int MostWords = 2_000;

    private readonly string _text;
    private readonly bool _isMakefile;
    private readonly List<ShellWord> _words = [];
    private readonly StringBuilder _word = new();
    private readonly ImmutableArray<ContainerRun>.Builder _runs = ImmutableArray.CreateBuilder<ContainerRun>();
    private readonly ImmutableArray<TextSpan>.Builder _comments = ImmutableArray.CreateBuilder<TextSpan>();
    private readonly Queue<string> _documents = [];
    private int _at;

    private ScriptReader(string text, bool isMakefile) => (_text, _isMakefile) = (text, isMakefile);

    public static DeploymentFile Read(DeploymentFile file)
    {
        var reader = new ScriptReader(file.Text.Text, !file.Path.EndsWith("sh", StringComparison.OrdinalIgnoreCase));
        reader.ReadAll();
        return file with { Runs = reader._runs.DrainToImmutable(), Comments = reader._comments.DrainToImmutable() };
    }

    private void ReadAll()
    {
        while (_at < _text.Length)
        {
            var unit = _text[_at];
            switch (unit)
            {
                case '\\' when IsLineEnd(_at + 1):
                    _at += _text[_at + 1] is '\r' && _at + 2 < _text.Length && _text[_at + 2] is '\n' ? 3 : 2;
                    break;
                case '\n' or '\r':
                    EndCommand();
                    _at++;
                    SkipDocuments();
                    break;
                case ' ' or '\t' or '\f':
                    _at++;
                    break;
                case ';' or '|' or '&' or '(' or ')' or '`':
                    EndCommand();
                    _at++;
                    break;
                case '#':
                    ReadComment();
                    break;
                case '<' when _text.AsSpan(_at).StartsWith("<<") && !_text.AsSpan(_at).StartsWith("<<<"):
                    ReadMark();
                    break;
                case '<' or '>':
                    _at++;
                    break;
                case '@' or '-' or '+' when _isMakefile && _words.Count == 0:
                    // A recipe that is not shown, or may fail.
                    _at++;
                    break;
                default:
                    ReadWord();
                    break;
            }
        }

        EndCommand();
    }

    private void ReadWord()
    {
        var start = _at;
        var (isOpen, isQuoted) = (false, _text[_at] is '"' or '\'');
        _word.Clear();
        while (_at < _text.Length && _text[_at] is not (' ' or '\t' or '\f' or '\n' or '\r' or ';' or '|' or '&' or '(' or ')' or '<' or '>' or '`'))
        {
            var unit = _text[_at];
            if (unit is '"' or '\'')
            {
                isOpen |= ReadQuoted(unit);
            }
            else if (unit is '\\' && _at + 1 < _text.Length)
            {
                if (IsLineEnd(_at + 1))
                {
                    break;
                }

                _word.Append(_text[_at + 1]);
                _at += 2;
            }
            else if (unit is '$')
            {
                isOpen = true;
                SkipVariable();
            }
            else
            {
                _word.Append(unit);
                _at++;
            }
        }

        var isWhole = isQuoted && _at - start >= 2 && _text[_at - 1] == _text[start] && _text.IndexOf(_text[start], start + 1) == _at - 1;
        if (_words.Count < MostWords)
        {
            _words.Add(new ShellWord(_word.ToString(), isWhole ? TextSpan.FromBounds(start + 1, _at - 1) : TextSpan.FromBounds(start, _at), isOpen, isQuoted));
        }
    }

    /// <summary>Gives whether a variable stands in it.</summary>
    private bool ReadQuoted(char quote)
    {
        var isOpen = false;
        for (_at++; _at < _text.Length && _text[_at] != quote; _at++)
        {
            if (_text[_at] is '\\' && quote is '"' && _at + 1 < _text.Length)
            {
                _at++;
            }

            isOpen |= quote is '"' && (_text[_at] is '$' or '`');
            _word.Append(_text[_at]);
        }

        _at = Math.Min(_at + 1, _text.Length);
        return isOpen;
    }

    /// <summary><c>$NAME</c>, <c>${NAME:-x}</c>, <c>$(command)</c>: what it is made of are no words of this command.</summary>
    private void SkipVariable()
    {
        _word.Append(_text[_at++]);
        if (_at < _text.Length && _text[_at] is '$')
        {
            // Of a Makefile: the shell's own variable.
            _at++;
        }

        if (_at >= _text.Length || _text[_at] is not ('(' or '{'))
        {
            return;
        }

        var (open, close) = _text[_at] is '(' ? ('(', ')') : ('{', '}');
        for (var depth = 0; _at < _text.Length && !IsLineEnd(_at); _at++)
        {
            depth += _text[_at] == open ? 1 : _text[_at] == close ? -1 : 0;
            if (depth == 0)
            {
                _at++;
                return;
            }
        }
    }

    private void ReadComment()
    {
        var end = LineEnd(_at);
        _comments.Add(TextSpan.FromBounds(_at, end));
        EndCommand();
        _at = end;
    }

    /// <summary>Behind <c>&lt;&lt;EOF</c> come lines that are no commands.</summary>
    private void ReadMark()
    {
        _at += 2;
        while (_at < _text.Length && _text[_at] is ('-' or '~' or ' ' or '"' or '\'' or '\\'))
        {
            _at++;
        }

        var start = _at;
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] is '_'))
        {
            _at++;
        }

        if (_at > start)
        {
            _documents.Enqueue(_text[start.._at]);
        }

        _at += _at < _text.Length && (_text[_at] is '"' or '\'') ? 1 : 0;
    }

    private void SkipDocuments()
    {
        while (_documents.TryDequeue(out var mark))
        {
            while (_at < _text.Length)
            {
                var end = LineEnd(_at);
                var isEnd = _text.AsSpan(_at, end - _at).Trim().SequenceEqual(mark);
                _at = Math.Min(end + 1, _text.Length);
                if (isEnd)
                {
                    break;
                }
            }
        }
    }

    private void EndCommand()
    {
        if (_words.Count > 1 && _runs.Count < MostRuns && ContainerRunReader.TryRead(_words) is { } run)
        {
            _runs.Add(run);
        }

        _words.Clear();
    }

    private bool IsLineEnd(int at) => at < _text.Length && (_text[at] is '\n' or '\r');

    private int LineEnd(int at) => _text.IndexOfAny(['\n', '\r'], at) is var end and >= 0 ? end : _text.Length;
}
