namespace LeakLens.Engine.Known;

/// <summary>What <c>urlsplit</c> and <c>urlparse</c> give: a tuple whose items have names.</summary>
internal sealed record KnownUrl(string Scheme, string Location, string Path, string? Parameters, string Query, string Fragment) : KnownObject, IKnownRecord
{
    public override string Type => Parameters is null ? "urllib.parse.SplitResult" : "urllib.parse.ParseResult";

    public override IReadOnlyList<(string Name, object Value)> Holds => Parameters is null
        ? [("scheme", Scheme), ("netloc", Location), ("path", Path), ("query", Query), ("fragment", Fragment)]
        : [("scheme", Scheme), ("netloc", Location), ("path", Path), ("params", Parameters), ("query", Query), ("fragment", Fragment)];

    public override string Repr => $"{Type["urllib.parse.".Length..]}({string.Join(", ", Holds.Select(static part => part.Name + "=" + Representation.Repr(part.Value)))})";

    public override bool IsKey => true;

    /// <summary>The host in small letters, or None.</summary>
    public object Host
    {
        get
        {
            var host = Location[(Location.LastIndexOf('@') + 1)..];
            host = host.StartsWith('[') ? host[1..].Split(']')[0] : host.Split(':')[0];
            return host.Length == 0 ? KnownNone.Instance : host.ToLowerInvariant();
        }
    }

    /// <summary>The number of the port, or None.</summary>
    public object? Port
    {
        get
        {
            var host = Location[(Location.LastIndexOf('@') + 1)..];
            var colon = host.LastIndexOf(':');
            var port = colon >= 0 && !host.EndsWith(']') ? host[(colon + 1)..] : string.Empty;
            return port.Length == 0 ? KnownNone.Instance : ushort.TryParse(port, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? new System.Numerics.BigInteger(number) : null;
        }
    }

    public string Whole
    {
        get
        {
            var path = Parameters is { Length: > 0 } ? Path + ";" + Parameters : Path;
            if (Location.Length > 0)
            {
                path = "//" + Location + (path.Length > 0 && !path.StartsWith('/') ? "/" : string.Empty) + path;
            }

            return (Scheme.Length > 0 ? Scheme + ":" : string.Empty) + path + (Query.Length > 0 ? "?" + Query : string.Empty) + (Fragment.Length > 0 ? "#" + Fragment : string.Empty);
        }
    }
}
