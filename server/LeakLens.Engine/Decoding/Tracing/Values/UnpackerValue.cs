namespace LeakLens.Engine.Decoding.Tracing.Values;

/// <summary>What <c>codecs.getdecoder</c> gives: a decoder that answers with a pair.</summary>
internal sealed record UnpackerValue(string Codec);
