using System.Globalization;
using LeakLens.Engine.Facts;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;
using LeakLens.Python.Text;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Reports;

/// <summary>The facts of one file for people who debug the engine: exact numbers, nothing left out, every place with its line of source.</summary>
public sealed class FactsReport
{
    private readonly TextWriter _output;
    private readonly FileFacts _file;
    private readonly SourceText _text;

    private FactsReport(TextWriter output, FileFacts file)
    {
        _output = output;
        _file = file;
        _text = file.Tree.Text;
    }

    public static void Write(TextWriter output, FileFacts file) => new FactsReport(output, file).WriteFile();

    private void WriteFile()
    {
        foreach (var fact in _file.Facts.Growths)
        {
            WriteFact(fact);
        }

        WriteLine(_file.Facts.Growths.IsEmpty ? "Nothing grows." : Plural.Of(_file.Facts.Growths.Length, "growth") + ".");
        foreach (var fact in _file.Facts.Allocations)
        {
            WriteAllocation(fact);
        }

        if (_file.Facts.IsPartial)
        {
            WriteLine("Partial: the budget was spent before all code was evaluated.");
        }
    }

    private void WriteAllocation(AllocationFact fact)
    {
        WriteLine("");
        WriteLine($"{DisplayWidth.Sanitize(_file.Path)}:{Place(fact.Node)}: large at once");
        WriteRow("made", $"{fact.Kind.ToString().ToLowerInvariant()}, {Bytes(fact.Bytes)}");
        WriteRow("alive", Bytes(fact.LiveBytes));
        WriteRow("expression", Source(fact.Node));
    }

    private void WriteFact(GrowthFact fact)
    {
        WriteLine($"{DisplayWidth.Sanitize(_file.Path)}:{Place(fact.Node)}: {fact.Operation}");
        WriteRow("owner", $"{fact.Owner.Path ?? "(no name)"}, {JsonNames.Of(fact.Owner.Lifetime)}");
        WriteRow("container", $"{fact.ContainerKind.ToString().ToLowerInvariant()} made at {PlaceAndSource(fact.Container)}");
        WriteRow("statement", Source(fact.Node));
        WriteRow("loop", fact.Loop is { } loop ? PlaceAndSource(loop) : "none: only calls repeat it");
        foreach (var call in fact.Calls)
        {
            WriteRow(call is FunctionDef or ClassDef ? "world calls" : "call", PlaceAndSource(call));
        }

        WriteRow("trips", Amount(fact.Times));
        WriteRow("per trip", fact.BytesPerTime is { } each ? Bytes(each) : "not known");
        WriteRow("peak", Bytes(fact.Peak));
        WriteRow("retained", Bytes(fact.Retained));
        if (fact.LikelyRetained != fact.Retained)
        {
            WriteRow("told", Bytes(fact.LikelyRetained));
        }

        WriteRow("releases", Amount(fact.Releases));
        WriteRow("happens", fact.IsPerCall ? $"with every call, {(fact.BytesPerCall is { } bytes ? Bytes(bytes) : "bytes not known")}" : "once");
        WriteRow("marks", Marks(fact));
        WriteLine("");
    }

    private static string Marks(GrowthFact fact)
    {
        var marks = new List<string>();
        Mark(fact.IsEntryPoint, "only the world calls it");
        Mark(fact.IsShared, "shared with code that is not seen");
        Mark(fact.IsCoarse, "coarse: averages");
        Mark(fact.IsNeverRead, "never read in this file");
        return marks.Count == 0 ? "none" : string.Join("; ", marks);

        void Mark(bool isSet, string text)
        {
            if (isSet)
            {
                marks.Add(text);
            }
        }
    }

    private static string Bytes(Quantity amount) => Amount(amount) + " bytes";

    private static string Amount(Quantity amount)
    {
        if (amount.IsExact && amount.HasFiniteHigh)
        {
            return Number(amount.Low);
        }

        var high = amount.IsUnbounded ? "no end" : amount.HasFiniteHigh ? Number(amount.High) : "an end that is not known";
        return $"{(amount.Low == Quantity.NoLow ? "anything" : Number(amount.Low))} to {high}";
    }

    /// <summary>Beyond a petabyte a number only says that arithmetic ran into its limit.</summary>
    private static string Number(long value) => value >= 1L << 50 ? "more than 2**50" : value.ToString("N0", CultureInfo.InvariantCulture);

    private string PlaceAndSource(SyntaxNode node) => $"{Place(node)}  {Source(node)}";

    private string Place(SyntaxNode node)
    {
        var position = _text.GetPosition(node.Start, ColumnUnit.Utf32);
        return $"{position.Line + 1}:{position.Column + 1}";
    }

    /// <summary>The source of a node, as far as it is on the line on which the node begins; of the target of an assignment all of that line.</summary>
    private string Source(SyntaxNode node)
    {
        const int Longest = 80;
        var line = _text.GetPosition(node.Start, ColumnUnit.Utf16).Line;
        var whole = node is Name or Subscript { Context: ExpressionContext.Store } ? _text.Lines.GetEnd(line) : Math.Min(node.End, _text.Lines.GetEnd(line));
        var end = Math.Min(whole, node.Start + Longest);
        var text = _text.Text[node.Start..end].TrimEnd();
        return DisplayWidth.Sanitize(end < whole ? text + "..." : text);
    }

    private void WriteRow(string name, string value) => WriteLine($"    {name,-12} {value}");

    private void WriteLine(string line) => _output.Write(line + "\n");
}
