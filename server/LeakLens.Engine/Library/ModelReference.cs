namespace LeakLens.Engine.Library;

/// <summary>A name in a file of models that has to lead somewhere.</summary>
/// <param name="Name">Qualified.</param>
/// <param name="IsType">Only a type will do.</param>
internal sealed record ModelReference(string Name, bool IsType, ModelProblem Place)
{
    public bool IsKnownTo(LibraryCatalogue catalogue) => catalogue.FindType(Name) is not null || (!IsType && catalogue.FindFunction(Name) is not null);

    public ModelProblem ToProblem() => Place with { Message = IsType ? $"there is no type '{Place.Message}' among the models" : $"there is no model of '{Place.Message}'" };
}
