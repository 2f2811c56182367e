using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Classes whose <c>__init__</c> is made of their fields: dataclasses, named tuples.</summary>
internal sealed partial class Evaluator
{
    /// <summary>The fields of a class, those of its bases first.</summary>
    private static List<ClassField> FieldsOf(HeapObject type)
    {
        var fields = new List<ClassField>();
        CollectFields(type, fields, 0);
        return fields;
    }

    private static void CollectFields(HeapObject type, List<ClassField> into, int depth)
    {
        if (depth > DeepestHierarchy || type.Payload is not ClassValue definition)
        {
            return;
        }

        for (var i = definition.Bases.Count - 1; i >= 0; i--)
        {
            CollectFields(definition.Bases[i], into, depth + 1);
        }

        foreach (var statement in definition.Definition.Body)
        {
            if (statement is AnnAssign { Target: Name name } field && !IsClassVariable(field.Annotation))
            {
                into.RemoveAll(known => string.Equals(known.Name, name.Id, StringComparison.Ordinal));
                into.Add(new ClassField(name.Id, field));
            }
        }
    }

    private static bool IsClassVariable(Expression annotation) => annotation switch
    {
        Name name => name.Id is "ClassVar",
        Python.Syntax.Attribute attribute => attribute.Name is "ClassVar",
        Subscript subscript => IsClassVariable(subscript.Value),
        _ => false,
    };
}
