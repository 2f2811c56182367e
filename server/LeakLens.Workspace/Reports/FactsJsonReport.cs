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
        _json.Property("name", "leaklens");
        _json.Property("version", version);
        _json.WriteEndObject();
        _json.Property("path", _file.Path);
        _json.Property("partial", _file.Facts.IsPartial);
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
            _json.Property("kind", fact.Kind.ToString().ToLowerInvariant());
            WriteQuantity("bytes", fact.Bytes);
            WriteQuantity("liveBytes", fact.LiveBytes);
            _json.Property("entryPoint", fact.IsEntryPoint);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteFact(GrowthFact fact)
    {
        _json.WriteStartObject();
        WritePlace(fact.Node);
        _json.Property("operation", fact.Operation);
        WriteOwner(fact.Owner);
        WriteContainer(fact);
        WriteLoop(fact.Loop);
        WriteCalls(fact);
        WriteQuantity("trips", fact.Times);
        _json.Property("bytesPerTrip", fact.BytesPerTime);
        WriteQuantity("peakBytes", fact.Peak);
        WriteQuantity("retainedBytes", fact.Retained);
        WriteQuantity("likelyRetainedBytes", fact.LikelyRetained);
        WriteQuantity("releases", fact.Releases);
        _json.Property("multiplicity", JsonNames.Of(fact.IsPerCall ? Multiplicity.PerCall : Multiplicity.Once));
        _json.Property("bytesPerCall", fact.BytesPerCall);
        _json.Property("entryPoint", fact.IsEntryPoint);
        _json.Property("shared", fact.IsShared);
        _json.Property("coarse", fact.IsCoarse);
        _json.Property("neverRead", fact.IsNeverRead);
        _json.WriteEndObject();
    }

    private void WriteOwner(Owner owner)
    {
        Start("owner");
        _json.Property("path", owner.Path);
        _json.Property("lifetime", JsonNames.Of(owner.Lifetime));
        _json.WriteEndObject();
    }

    private void WriteContainer(GrowthFact fact)
    {
        Start("container");
        _json.Property("kind", fact.ContainerKind.ToString().ToLowerInvariant());
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
            _json.Property("fromWorld", call is FunctionDef or ClassDef);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    /// <summary>Bounds; a bound that is not known, or not there, is null, and <c>bound</c> says which.</summary>
    private void WriteQuantity(string name, Quantity amount)
    {
        Start(name);
        _json.Property("low", amount.Low == Quantity.NoLow ? null : amount.Low);
        _json.Property("high", amount.HasFiniteHigh ? amount.High : null);
        _json.Property("bound", JsonNames.Of(amount.IsUnbounded ? GrowthBound.Unbounded : amount.HasFiniteHigh ? GrowthBound.Finite : GrowthBound.Unknown));
        _json.WriteEndObject();
    }

    private void WritePlace(SyntaxNode node) => JsonPlace.Write(_json, _file.Tree.Text, node.Span);

    private void Start(string name)
    {
        _json.WritePropertyName(name);
        _json.WriteStartObject();
    }
}
