namespace LeakLens.Engine.Evaluation;

/// <summary>A stretch of literal text and the field behind it; the last piece has no field, that is no conversion.</summary>
/// <param name="Precision">-1 when none is given.</param>
internal sealed record FormatPiece(string Literal, string Flags, int Width, int Precision, char Conversion);
