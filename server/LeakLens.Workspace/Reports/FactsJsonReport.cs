using LeakLens.Engine.Facts;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;
using LeakLens.Workspace.Scanning;
using Newtonsoft.Json;

namespace LeakLens.Workspace.Reports;

/// <summary>The facts of one file for machines: properties are added, never renamed or moved.</summary>
public sealed class FactsJsonReport
{
    private readonly JsonTextWriter _json;
    private readonly FileFacts _file;

    private FactsJsonReport(JsonTextWriter json, FileFacts file)
    {
        _json = json;
        _file = file;
    }

    /// <param name="version">The version of LeakLens that gathered the facts.</param>
    public static void Write(TextWriter output, FileFacts file, string version)
    {
        using var json = new JsonTextWriter(output) { Formatting = Formatting.Indented, CloseOutput = false };
        new FactsJsonReport(json, file).WriteFile(version);
        json.Flush();
        output.Write('\n');
    }

    private void WriteFile(string version)
    {
        _json.WriteStartObject();
        Start("tool");
        Write("name", "leaklens");
        Write("version", version);
        _json.WriteEndObject();
        Write("path", _file.Path);
        Write("partial", _file.Facts.IsPartial);
        _json.WritePropertyName("growths");
        _json.WriteStartArray();
        foreach (var fact in _file.Facts.Growths)
        {
            WriteFact(fact);
        }

        _json.WriteEndArray();
        _json.WritePropertyName("allocations");
        _json.WriteStartArray();
        foreach (var fact in _file.Facts.Allocations)
        {
            _json.WriteStartObject();
            WritePlace(fact.Node);
            Write("kind", fact.Kind.ToString().ToLowerInvariant());
            WriteQuantity("bytes", fact.Bytes);
            WriteQuantity("liveBytes", fact.LiveBytes);
            Write("entryPoint", fact.IsEntryPoint);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteFact(GrowthFact fact)
    {
        _json.WriteStartObject();
        WritePlace(fact.Node);
        Write("operation", fact.Operation);
        WriteOwner(fact.Owner);
        WriteContainer(fact);
        WriteLoop(fact.Loop);
        WriteCalls(fact);
        WriteQuantity("trips", fact.Times);
        Write("bytesPerTrip", fact.BytesPerTime);
        WriteQuantity("peakBytes", fact.Peak);
        WriteQuantity("retainedBytes", fact.Retained);
        WriteQuantity("likelyRetainedBytes", fact.LikelyRetained);
        WriteQuantity("releases", fact.Releases);
        Write("multiplicity", JsonNames.Of(fact.IsPerCall ? Multiplicity.PerCall : Multiplicity.Once));
        Write("bytesPerCall", fact.BytesPerCall);
        Write("entryPoint", fact.IsEntryPoint);
        Write("shared", fact.IsShared);
        Write("coarse", fact.IsCoarse);
        Write("neverRead", fact.IsNeverRead);
        _json.WriteEndObject();
    }

    private void WriteOwner(Owner owner)
    {
        Start("owner");
        Write("path", owner.Path);
        Write("lifetime", JsonNames.Of(owner.Lifetime));
        _json.WriteEndObject();
    }

    private void WriteContainer(GrowthFact fact)
    {
        Start("container");
        Write("kind", fact.ContainerKind.ToString().ToLowerInvariant());
        WritePlace(fact.Container);
        _json.WriteEndObject();
    }

    private void WriteLoop(SyntaxNode? loop)
    {
        _json.WritePropertyName("loop");
        if (loop is null)
        {
            _json.WriteNull();
            return;
        }

        _json.WriteStartObject();
        WritePlace(loop);
        _json.WriteEndObject();
    }

    private void WriteCalls(GrowthFact fact)
    {
        _json.WritePropertyName("calls");
        _json.WriteStartArray();
        foreach (var call in fact.Calls)
        {
            _json.WriteStartObject();
            WritePlace(call);
            Write("fromWorld", call is FunctionDef or ClassDef);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    /// <summary>Bounds; a bound that is not known, or not there, is null, and <c>bound</c> says which.</summary>
    private void WriteQuantity(string name, Quantity amount)
    {
        Start(name);
        Write("low", amount.Low == Quantity.NoLow ? null : amount.Low);
        Write("high", amount.HasFiniteHigh ? amount.High : null);
        Write("bound", JsonNames.Of(amount.IsUnbounded ? GrowthBound.Unbounded : amount.HasFiniteHigh ? GrowthBound.Finite : GrowthBound.Unknown));
        _json.WriteEndObject();
    }

    private void WritePlace(SyntaxNode node) => JsonPlace.Write(_json, _file.Tree.Text, node.Span);

    private void Start(string name)
    {
        _json.WritePropertyName(name);
        _json.WriteStartObject();
    }

    private void Write(string name, string? value)
    {
        _json.WritePropertyName(name);
        _json.WriteValue(value);
    }

    private void Write(string name, bool value)
    {
        _json.WritePropertyName(name);
        _json.WriteValue(value);
    }

    private void Write(string name, long? value)
    {
        _json.WritePropertyName(name);
        _json.WriteValue(value);
    }
}
