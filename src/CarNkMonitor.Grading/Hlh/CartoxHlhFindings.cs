using static CarNkMonitor.Grading.Hlh.CartoxHlh;

namespace CarNkMonitor.Grading.Hlh;

/// <summary>Facts to ferritin and the four items; null is unknown.</summary>
static class CartoxHlhFindings
{
    public static Tally Count(CartoxHlhInputs inputs) =>
        Tally.Of(Liver(inputs)) + Tally.Of(Kidney(inputs)) + Tally.Of(Lung(inputs)) + Tally.Of(inputs.Hemophagocytosis);

    public static bool? IsMet(CartoxHlhInputs inputs)
    {
        var (ferritin, count) = (Ferritin(inputs), Count(inputs));
        return CartoxHlh.IsMet(ferritin == true, count.Low) ? true : CartoxHlh.IsMet(ferritin != false, count.High) ? null : false;
    }

    public static bool? Ferritin(CartoxHlhInputs inputs) => inputs.FerritinPeak?.IsAbove(FerritinAbove);

    public static bool? Liver(CartoxHlhInputs inputs) => HighBilirubin(inputs) | HighAst(inputs) | HighAlt(inputs);

    public static bool? HighBilirubin(CartoxHlhInputs inputs) => inputs.Bilirubin?.IsAbove(BilirubinAbove);

    public static bool? HighAst(CartoxHlhInputs inputs) => inputs.Ast?.IsAbove(TransaminaseAbove);

    public static bool? HighAlt(CartoxHlhInputs inputs) => inputs.Alt?.IsAbove(TransaminaseAbove);

    public static bool? Kidney(CartoxHlhInputs inputs) => Oliguria(inputs) | HighCreatinine(inputs);

    public static bool? Oliguria(CartoxHlhInputs inputs) => inputs.OliguriaGrade?.IsAtLeast(OrganGradeFrom);

    public static bool? HighCreatinine(CartoxHlhInputs inputs) => inputs.Creatinine?.IsAbove(CreatinineAbove);

    public static bool? Lung(CartoxHlhInputs inputs) => inputs.PulmonaryEdemaGrade?.IsAtLeast(OrganGradeFrom);
}
