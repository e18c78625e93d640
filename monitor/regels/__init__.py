"""The pure rules: notations, periods, formulas, differences, disclosure control. No Django here."""
