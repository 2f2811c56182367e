using System.Globalization;
using System.Text;
using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <content>
/// Functions that call themselves twice ask the same questions again and again. While the outermost call runs they are told what they answered before:
/// a call that takes 2 ** k calls takes k, and what comes out of it is known.
/// </content>
internal sealed partial class Evaluator
{
    private const int MostAnswers = 4_096;
    private const int LongestQuestion = 64;

    private readonly Dictionary<SyntaxNode, bool> _doubling = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, Value> _answers = new(StringComparer.Ordinal);

    /// <summary>What a call inside a call of the same function asks for; null where the answer may be another one the next time.</summary>
    private string? QuestionOf(FunctionValue definition, CallArguments arguments)
    {
        if (definition.Definition is not FunctionDef function || !IsDoubling(function))
        {
            return null;
        }

        if (!ReferenceEquals(_frame.Scope, definition.Scope))
        {
            // Whoever gets the answer of the outermost call may change it.
            _answers.Clear();
            return null;
        }

        return _openForks == 0 && arguments is { Named.Count: 0, HasUnknownMore: false, Starred.IsAbsent: true } ? Ask(arguments) : null;
    }

    private bool IsDoubling(FunctionDef function)
    {
        if (!_doubling.TryGetValue(function, out var isDoubling))
        {
            isDoubling = SelfDoubling.Is(function);
            _doubling.Add(function, isDoubling);
        }

        return isDoubling;
    }

    private static string? Ask(CallArguments arguments)
    {
        var question = new StringBuilder();
        foreach (var argument in arguments.Positional)
        {
            switch (argument.Kind)
            {
                case ValueKind.Int or ValueKind.Bool when argument.Number.IsExact && argument.LargeInt is null:
                    question.Append(argument.Kind == ValueKind.Int ? 'i' : 'b').Append(argument.Number.Low.ToString(CultureInfo.InvariantCulture)).Append(',');
                    break;
                case ValueKind.None:
                    question.Append("n,");
                    break;
                case ValueKind.Text when argument.Text is { Length: <= LongestQuestion } text:
                    question.Append('t').Append(text.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(text).Append(',');
                    break;
                default:
                    return null;
            }
        }

        return question.ToString();
    }

    /// <summary>In the exact run each text and each list is one of its own: only numbers are told again.</summary>
    private void Answer(string question, Value answer)
    {
        if (_afterCall == Completion.Normal && _answers.Count < MostAnswers && (!IsExact || answer.Kind is ValueKind.Int or ValueKind.Bool or ValueKind.None or ValueKind.Float))
        {
            _answers[question] = answer;
        }
    }
}
