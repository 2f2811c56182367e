using LeakLens.Engine.Findings;
using LeakLens.Server.Lsp.Json;
using LeakLens.Workspace.Reports;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Conversion;

/// <summary>
/// What a diagnostic carries for whoever acts on it: the rule and the numbers, under the names of
/// <c>leaklens scan --format json</c>.
/// </summary>
internal sealed record FindingData(Finding Finding) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("ruleId", Finding.Rule.Id);
        json.Field("rule", Finding.Rule.Name);
        json.Field("confidence", Finding.Confidence);
        if (Finding.Estimate is { } estimate)
        {
            json.WritePropertyName("estimate");
            Write(json, estimate);
        }

        json.WriteEndObject();
    }

    private static void Write(JsonWriter json, Estimate estimate)
    {
        json.WriteStartObject();
        json.Field("peakBytes", estimate.PeakBytes);
        json.Field("retainedBytes", estimate.RetainedBytes);
        json.Field("bytesPerTrip", estimate.BytesPerTrip);
        json.Field("trips", estimate.Trips);
        json.Field("bound", JsonNames.Of(estimate.Bound));
        json.Field("lifetime", JsonNames.Of(estimate.Lifetime));
        json.Field("multiplicity", JsonNames.Of(estimate.Multiplicity));
        json.WriteEndObject();
    }
}
