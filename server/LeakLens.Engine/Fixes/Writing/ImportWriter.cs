using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules;
using LeakLens.Python.Binding;
using LeakLens.Python.Parsing;
using LeakLens.Python.Syntax;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Fixes.Writing;

/// <summary>Makes names of the standard library known where a fix needs them, as the file's own imports do it.</summary>
internal sealed class ImportWriter
{
    private readonly SyntaxTree _tree;
    private readonly CodeStyle _style;
    private readonly RuleContext _rules;

    public ImportWriter(SyntaxTree tree, CodeStyle style, RuleContext rules) => (_tree, _style, _rules) = (tree, style, rules);

    private Module Root => _tree.Root;

    /// <summary>How to write the name at a place; null when it cannot be made known there.</summary>
    /// <param name="edit">The import that it takes; null for none.</param>
    public string? Import(string module, string name, SyntaxNode place, out TextEdit? edit)
    {
        edit = null;
        if (Known(module, name, place) is { } known)
        {
            return known;
        }

        var existing = Root.Body.OfType<ImportFrom>().FirstOrDefault(import => import.Level == 0 && string.Equals(import.ModuleName, module, StringComparison.Ordinal) && import.Names is not [{ Name: "*" }, ..]);
        if (IsFree(name))
        {
            edit = existing is not null && existing.Start < place.Start && IsPlain(existing) ? Extend(existing, name) : NewLine($"from {module} import {name}", module, isFrom: true);
            return edit is null ? null : name;
        }

        var top = module.Split('.')[0];
        if (!IsFree(top))
        {
            return null;
        }

        edit = NewLine($"import {module}", module, isFrom: false);
        return edit is null ? null : $"{module}.{name}";
    }

    /// <summary>What an import at the top of the file calls it, unless something else has that name at the place.</summary>
    private string? Known(string module, string name, SyntaxNode place)
    {
        foreach (var statement in Root.Body.Where(statement => statement.Start < place.Start))
        {
            switch (statement)
            {
                case ImportFrom { Level: 0 } from when string.Equals(from.ModuleName, module, StringComparison.Ordinal):
                    foreach (var alias in from.Names)
                    {
                        if (string.Equals(alias.Name, name, StringComparison.Ordinal) && IsOnlyImported(alias.AsName ?? name, place))
                        {
                            return alias.AsName ?? name;
                        }
                    }

                    break;
                case Python.Syntax.Import import:
                    foreach (var alias in import.Names)
                    {
                        if (string.Equals(alias.Name, module, StringComparison.Ordinal) && IsOnlyImported(alias.AsName ?? module.Split('.')[0], place))
                        {
                            return $"{alias.AsName ?? module}.{name}";
                        }
                    }

                    break;
                default:
                    break;
            }
        }

        return null;
    }

    /// <summary>At the place the name means the module's, which nothing but imports binds.</summary>
    private bool IsOnlyImported(string name, SyntaxNode place)
    {
        var scopes = _tree.GetScopes();
        if (scopes.Module.Find(name) is not { IsImported: true } symbol || _rules.Uses.UsesOf(symbol).Any(static use => use.Context is not ExpressionContext.Load))
        {
            return false;
        }

        return !_rules.Code.Around(place).Any(around => around is FunctionDef or Lambda or ClassDef
            && scopes.GetScope(around).Find(name) is { Use: SymbolUse.Local or SymbolUse.Cell });
    }

    /// <summary>Nothing in the file has the name.</summary>
    private bool IsFree(string name) => IsFree(_tree.GetScopes().Module, name) && Root.Body.All(static statement => statement is not ImportFrom { Names: [{ Name: "*" }, ..] });

    private static bool IsFree(Scope scope, string name) => scope.Find(name) is null && scope.Children.All(child => IsFree(child, name));

    /// <summary>All its names stand in one pair of brackets or on one line, with no comment between them.</summary>
    private bool IsPlain(ImportFrom import) => !import.Names.IsEmpty && _tree.GetComments(import.Span).IsEmpty;

    private TextEdit Extend(ImportFrom import, string name)
    {
        var names = import.Names;
        var isSorted = names.Zip(names.Skip(1)).All(static pair => Compare(pair.First.Name, pair.Second.Name) <= 0);
        var next = isSorted ? names.FirstOrDefault(alias => Compare(alias.Name, name) > 0) : null;
        if (next is not null)
        {
            return new TextEdit(new TextSpan(next.Start, 0), name + SeparatorOf(import));
        }

        return new TextEdit(new TextSpan(names[^1].End, 0), SeparatorOf(import) + name);
    }

    /// <summary>The comma and the blanks between two names: names that stand below each other still do so afterwards.</summary>
    private string SeparatorOf(ImportFrom import)
    {
        var names = import.Names;
        if (names.Length > 1)
        {
            return _tree.Text.Text[names[0].End..names[1].Start];
        }

        var lines = _tree.Text.Lines;
        var start = lines.GetStart(lines.GetLine(names[0].Start));
        var before = _tree.Text.Text[start..names[0].Start];
        return before.AsSpan().Trim().IsEmpty ? "," + _style.Newline + before : ", ";
    }

    private TextEdit? NewLine(string line, string module, bool isFrom)
    {
        var block = FirstBlock();
        if (block.IsEmpty)
        {
            return BelowDocstring(line);
        }

        var isStandard = block.Any(static import => StandardModules.Contains(ModuleOf(import)));
        if (!isStandard)
        {
            return new TextEdit(new TextSpan(_style.LineStartOf(block[0]), 0), line + _style.Newline + _style.Newline);
        }

        var next = block.FirstOrDefault(import => import is ImportFrom == isFrom ? Compare(ModuleOf(import), module) > 0 : isFrom is false && import is ImportFrom);
        return next is not null
            ? new TextEdit(new TextSpan(_style.LineStartOf(next), 0), line + _style.Newline)
            : new TextEdit(new TextSpan(LineEnd(block[^1].End), 0), _style.Newline + line);
    }

    /// <summary>The imports that stand together at the top; those of <c>__future__</c> are no part of it.</summary>
    private ImmutableArray<Statement> FirstBlock()
    {
        var block = ImmutableArray.CreateBuilder<Statement>();
        foreach (var statement in Root.Body)
        {
            var isImport = statement is Python.Syntax.Import or ImportFrom { ModuleName: not "__future__" };
            var isBelow = block.Count == 0 || Line(statement.Start) == Line(block[^1].End) + 1;
            if (isImport && isBelow && _style.IndentOf(statement) is not null)
            {
                block.Add(statement);
            }
            else if (block.Count > 0 || !(isImport || IsHead(statement)))
            {
                break;
            }
        }

        return block.ToImmutable();
    }

    private TextEdit? BelowDocstring(string line)
    {
        var head = Root.Body.LastOrDefault(statement => IsHead(statement) && Root.Body.TakeWhile(IsHead).Contains(statement));
        var first = Root.Body.FirstOrDefault(statement => !ReferenceEquals(statement, head) && (head is null || statement.Start > head.End));
        if (head is not null)
        {
            var end = LineEnd(head.End);
            var isAlone = first is null || Line(first.Start) > Line(head.End) + 1;
            return first is not null && Line(first.Start) == Line(head.End) ? null : new TextEdit(new TextSpan(end, 0), _style.Newline + _style.Newline + line + (isAlone ? string.Empty : _style.Newline));
        }

        if (first is null)
        {
            return null;
        }

        var at = Line(_style.LineStartOf(first));
        while (at > 0 && _tree.Text.Text.AsSpan(_tree.Text.Lines.GetStart(at - 1)).TrimStart(" \t").StartsWith("#"))
        {
            at--;
        }

        // Comments at the very top are the file's own: what runs it, how it is encoded, whose it is.
        at = at == 0 ? Line(_style.LineStartOf(first)) : at;
        var blank = first is FunctionDef or ClassDef ? _style.Newline + _style.Newline : _style.Newline;
        return new TextEdit(new TextSpan(_tree.Text.Lines.GetStart(at), 0), line + _style.Newline + blank);
    }

    /// <summary>What has to stay in front of all imports: the docstring, and what is imported from the future.</summary>
    private bool IsHead(Statement statement) =>
        statement is ImportFrom { ModuleName: "__future__" } || (ReferenceEquals(statement, Root.Body[0]) && statement is Expr { Value: Constant { LiteralKind: ConstantKind.String } });

    private static string ModuleOf(Statement import) => import switch
    {
        Python.Syntax.Import { Names: [var first, ..] } => first.Name,
        ImportFrom { Level: 0, ModuleName: { } module } => module,
        _ => string.Empty,
    };

    private static int Compare(string left, string right) => string.Compare(left, right, StringComparison.OrdinalIgnoreCase);

    private int Line(int offset) => _tree.Text.Lines.GetLine(offset);

    private int LineEnd(int offset) => _tree.Text.Lines.GetEnd(Line(offset));
}
