using System.Text;
using LeakLens.Python.Binding;
using LeakLens.Python.Lexing;
using LeakLens.Python.Syntax;

namespace LeakLens.Python.Parsing;

/// <summary><c>import</c> and <c>from ... import</c>.</summary>
internal sealed partial class Parser
{
    /// <summary>After <c>from __future__ import barry_as_FLUFL</c> (PEP 401) <c>!=</c> is written <c>&lt;&gt;</c>.</summary>
    private bool _writesLessGreater;

    private Import ParseImport(int start)
    {
        Advance();
        var mark = _stack.Mark;
        do
        {
            var aliasStart = _token.Start;
            var name = ParseDottedName();
            _stack.Push(ParseAlias(aliasStart, name));
        }
        while (TryTake(TokenKind.Comma));

        return new Import(start, _previousEnd, _stack.Pop<Alias>(mark));
    }

    private ImportFrom ParseImportFrom(int start)
    {
        Advance();
        var level = 0;
        while (_token.Kind is TokenKind.Dot or TokenKind.Ellipsis)
        {
            level += At(TokenKind.Dot) ? 1 : 3;
            Advance();
        }

        var module = level == 0 || At(TokenKind.Name) ? ParseDottedName() : null;
        Expect(TokenKind.Import, "'import'");
        var mark = _stack.Mark;
        if (At(TokenKind.Star))
        {
            Advance();
            _stack.Push(new Alias(_previousEnd - 1, _previousEnd, "*", asName: null));
        }
        else
        {
            ParseImportedNames();
        }

        var names = _stack.Pop<Alias>(mark);
        if (level == 0 && module is FutureFeatures.Module)
        {
            _writesLessGreater |= FutureFeatures.Names(names, FutureFeatures.LessGreater);
        }

        return new ImportFrom(start, _previousEnd, module, names, level);
    }

    private void ParseImportedNames()
    {
        var parenthesized = TryTake(TokenKind.OpenParen);
        do
        {
            if (parenthesized && At(TokenKind.CloseParen) && _previousEnd > 0 && _text[_previousEnd - 1] == ',')
            {
                break;
            }

            var start = _token.Start;
            _stack.Push(ParseAlias(start, ExpectName()));
        }
        while (TryTake(TokenKind.Comma));

        if (parenthesized)
        {
            Expect(TokenKind.CloseParen, "')'");
        }
    }

    private Alias ParseAlias(int start, string name)
    {
        var asName = TryTake(TokenKind.As) ? ExpectName() : null;
        return new Alias(StartOf(start), _previousEnd, name, asName);
    }

    private string ParseDottedName()
    {
        var start = _token.Start;
        var name = ExpectName();
        if (!At(TokenKind.Dot))
        {
            return name;
        }

        var length = name.Length;
        var joined = name;
        while (TryTake(TokenKind.Dot))
        {
            var part = ExpectName();
            length += part.Length + 1;
            // Written without blanks and in ASCII, the whole is a slice of the text and interned like any name.
            joined = _previousEnd - start == length && Ascii.IsValid(_text.AsSpan(start, length)) ? string.Empty : (joined.Length == 0 ? _text[start..(_previousEnd - part.Length - 1)] : joined) + "." + part;
        }

        return joined.Length == 0 ? _names.Intern(_text.AsSpan(start, _previousEnd - start)) : joined;
    }
}
