using System.Runtime.InteropServices;

namespace LeakLens.Engine.Taint;

/// <summary>What is known of a value: which facets somebody else decides, and who.</summary>
/// <param name="Origin">Null when the caller of the function decides.</param>
/// <param name="Parameter">The parameter it came in by, counted from 1; 0 for none.</param>
/// <param name="Type">What it is, where a framework says so: <c>django.http.HttpRequest</c>; with <c>[]</c> behind it, a collection of such.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TaintValue(TaintFacets Facets, TaintOrigin? Origin = null, int Parameter = 0, string? Type = null)
{
    public static readonly TaintValue None;

    public bool Has(TaintFacets facet) => (Facets & facet) != TaintFacets.None;

    public TaintValue Only(TaintFacets facets) => this with { Facets = Facets & facets };

    public TaintValue Without(TaintFacets facets) => this with { Facets = Facets & ~facets };

    /// <summary>Either of two. Who certainly is somebody else goes before who may be.</summary>
    public TaintValue Or(TaintValue other)
    {
        if (other == this || (other.Facets == TaintFacets.None && other.Type is null))
        {
            return this;
        }

        if (Facets == TaintFacets.None && Type is null)
        {
            return other;
        }

        var (first, second) = IsBefore(other) ? (this, other) : (other, this);
        return new(first.Facets | second.Facets, first.Origin, first.Parameter, string.Equals(Type, other.Type, StringComparison.Ordinal) ? Type : Type ?? other.Type);
    }

    private bool IsBefore(TaintValue other) => Origin is not null
        ? other.Origin is null || Origin.Trust > other.Origin.Trust || (Origin.Trust == other.Origin.Trust && Origin.Node.Start <= other.Origin.Node.Start)
        : other.Origin is null && Parameter <= other.Parameter;
}
